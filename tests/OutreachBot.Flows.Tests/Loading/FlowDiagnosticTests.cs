using System.Text;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Loading;

/// <summary>Each fault: the one line of a good flow that is changed, and what an author reads.</summary>
public sealed class FlowDiagnosticTests
{
    [Theory]
    [InlineData("unless_known: true, then: where_got", "unles_known: true, then: where_got", "unknown_key", "Did you mean 'unless_known'?")]
    [InlineData("ask: yes_no, yes: submit", "ask: yesno, yes: submit", "unknown_question", "Did you mean 'yes_no'?")]
    [InlineData("yes: submit, no: what", "yes: submitt, no: what", "unknown_state", "Did you mean 'submit'?")]
    [InlineData("yes: submit, no: what", "yes: submit", "no_way_on", "Add `no: state`, or `then: state` for both.")]
    [InlineData("do: submit_tip, with: {story: what, where: where, minor: minor}", "do: submit_tipp, with: {story: what}", "unknown_effect", "Did you mean 'submit_tip'?")]
    [InlineData("with: {story: what, where: where, minor: minor}", "with: {stori: what}", "unknown_parameter", "Did you mean 'story'?")]
    [InlineData("with: {story: what, where: where, minor: minor}", "with: {story: whatt}", "unknown_value", "Did you mean 'what'?")]
    [InlineData("then: {told: agree, not_told: agree}", "then: {told: agree, not_tod: agree}", "unknown_outcome", "Did you mean 'not_told'?")]
    [InlineData("then: {told: agree, not_told: agree}", "then: {told: agree}", "open_outcome", "Add it to `then`, or `\"*\": state` for all others.")]
    [InlineData("kind: story, privacy: sealed", "kind: story, privacy: seald", "bad_value", "Did you mean 'sealed'?")]
    [InlineData("sign: minor, of: what", "sign: minor, of: wat", "unknown_value", "Name in `of` the remembered story that the sign is read from.")]
    [InlineData("sign: minor, of: what", "sign: minr, of: what", "bad_value", "Did you mean 'minor'?")]
    [InlineData("when: agreed, is: {yes: left_send}, else: end", "when: agreed, is: {yes: left_send}", "open_branch", "Add `else: state`.")]
    [InlineData("when: agreed, is:", "when: \"@chanel\", is:", "unknown_subject", "Did you mean '@channel'?")]
    [InlineData("say: receipt, ends: true", "say: receipt", "missing_key", "Add `then: state`.")]
    [InlineData("say: receipt, ends: true", "say: reciept, ends: true", "missing_prompt", "Add it there under `prompts`, or did you mean 'receipt'?")]
    [InlineData("after: 60m, go: left", "after: soon, go: left", "bad_duration", "Write 30s, 20m, 24h or 2d.")]
    [InlineData("after: 60m, go: left", "after: 60m, go: gone", "unknown_state", "")]
    [InlineData("flow: report", "flow: raport", "wrong_name", "Give both the same name.")]
    [InlineData("into: agreed", "into: where", "wrong_kind", "Change its kind in `remembers`, or ask into another value.")]
    [InlineData("receipt: {say: receipt, ends: true}", "receipt: {say: receipt, do: erase, ends: true}", "two_steps", "A state has one step: make a state of its own of each.")]
    [InlineData("receipt: {say: receipt, ends: true}", "receipt: {then: end}", "no_step", "Give it one of: ask, say, do, call, when, wait, ends.")]
    [InlineData("receipt: {say: receipt, ends: true}", "receipt: {say: receipt, ends: true}\n  receipt: {ends: true}", "duplicate_key", "Remove one of the two.")]
    [InlineData("receipt: {say: receipt, ends: true}", "receipt: &a {say: receipt, ends: true}", "anchor", "Remove it; put words that begin with & or ! in quotes.")]
    [InlineData("receipt: {say: receipt, ends: true}", "receipt: *a", "alias", "Write the value out.")]
    [InlineData("receipt: {say: receipt, ends: true}", "receipt: {say: receipt, ends: true", "bad_yaml", "")]
    [InlineData("receipt: {say: receipt, ends: true}", "\treceipt: {say: receipt, ends: true}", "tab", "Indent with spaces.")]
    [InlineData("starts_on: [report]", "starts_on: [repport]", "unknown_concept", "Did you mean 'report'? Concepts have their words in flows/shared/keywords.yaml.")]
    [InlineData("starts_on: [report]", "starts_on: [menu]", "two_flows", "Leave it to one of them.")]
    public void A_fault_is_told_with_its_line_and_its_mend(string good, string bad, string code, string mend)
    {
        Assert.Contains(good, SmallFlows.Report, StringComparison.Ordinal);
        var text = SmallFlows.Report.Replace(good, bad, StringComparison.Ordinal);
        var result = FlowBookLoader.Load(SmallFlows.Files(("report/flow.yaml", text)));

        var found = result.Diagnostics.FirstOrDefault(d => d.Code == code && (d.Spot.File == "flows/report/flow.yaml" || code == "two_flows"));
        Assert.True(found is not null, string.Join("\n", result.Diagnostics));
        if (mend.Length > 0)
        {
            Assert.Equal(mend, found.Mend);
        }
        Assert.Equal(found.Severity == Severity.Error, result.Book is null);
    }

    [Fact]
    public void The_spot_is_exact_to_the_column()
    {
        var text = SmallFlows.Report.Replace("no: what}", "no: wat}", StringComparison.Ordinal);
        var result = FlowBookLoader.Load(SmallFlows.Files(("report/flow.yaml", text)));

        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, l => l.Contains("wat}", StringComparison.Ordinal));
        var expected = new SourceSpot("flows/report/flow.yaml", line + 1, lines[line].IndexOf("wat}", StringComparison.Ordinal) + 1);
        Assert.Equal(expected, Assert.Single(result.Diagnostics).Spot);
    }

    [Fact]
    public void A_diagnostic_reads_as_one_line()
    {
        var diagnostic = new Diagnostic("unknown_state", Severity.Error, new SourceSpot("flows/report/qu.yaml", 14, 5), "No state 'x'", "Did you mean 'y'?");

        Assert.Equal("flows/report/qu.yaml:14:5: error unknown_state: No state 'x'. Did you mean 'y'?", diagnostic.ToString());
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var text = SmallFlows.Report.Replace("yes: submit", "yes: nowhere", StringComparison.Ordinal).Replace("do: raise_alert", "do: nothing", StringComparison.Ordinal);
        var result = FlowBookLoader.Load(SmallFlows.Files(("report/flow.yaml", text), ("welcome/es.yaml", "language: es\npromts: {}")));

        Assert.True(result.Diagnostics.Select(d => d.Code).Distinct().Count() >= 3);
    }

    [Fact]
    public void A_language_of_its_own_shape_is_checked_against_its_own_states()
    {
        var result = FlowBookLoader.Load(SmallFlows.Files(("report/qu.yaml", "language: qu\nstates:\n  extra: {say: receipt, then: nowhere}")));

        var found = Assert.Single(result.Diagnostics);
        Assert.Equal(("unknown_state", "flows/report/qu.yaml:3:31"), (found.Code, found.Spot.ToString()));
    }

    [Theory]
    [InlineData("shared/es.yaml", "language: es\nprompts: {}", "missing_prompt")]
    [InlineData("report/qx.yaml", "language: qx", "unknown_language")]
    [InlineData("report/qu.yaml", "language: ay", "wrong_name")]
    [InlineData("report/qu.yaml", "language: qu\nprompts: {what: {text: \"\"}}", "empty_text")]
    [InlineData("report/qu.yaml", "language: qu\nprompts: {what: {text: x, status: checked}}", "bad_value")]
    [InlineData("report/qu.yaml", "", "empty_file")]
    [InlineData("report/qu.yaml", "- a\n- b", "bad_shape")]
    [InlineData("report/qu.yaml", "language: qu\n---\nlanguage: ay", "two_documents")]
    [InlineData("report/qu.yaml", "language: qu\nprompts: {a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: n}}}}}}}}}}}}}", "too_deep")]
    [InlineData("shared/hotlines.yaml", "hotlines:\n  - {country: PE, number: \"1\", name: x, source: y, checked_on: 2026-01-01, status: verified}", "bad_value")]
    [InlineData("shared/hotlines.yaml", "hotlines:\n  - {country: BO, number: \"1\", name: x, source: y, checked_on: yesterday, status: verified}", "bad_value")]
    [InlineData("lost/es.yaml", "language: es", "missing_file")]
    public void Faults_of_other_files_are_told_too(string path, string text, string code) =>
        Assert.Contains(FlowBookLoader.Load(SmallFlows.Files((path, text))).Diagnostics, d => d.Code == code);

    [Fact]
    public void A_flow_without_Spanish_and_a_book_without_a_welcome_are_refused()
    {
        var files = SmallFlows.Files();
        files.Remove("report/es.yaml");
        files.Remove("welcome/flow.yaml");
        files.Remove("welcome/es.yaml");
        var codes = FlowBookLoader.Load(files).Diagnostics.Select(d => d.Code).ToList();

        Assert.Contains("missing_file", codes);
        Assert.Contains("no_welcome", codes);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        var result = FlowBookLoader.Load(SmallFlows.Files(("report/qu.yaml", "language: qu\n#" + new string('x', 300 * 1024))));

        Assert.Contains(result.Diagnostics, d => d.Code == "too_large" && d.Spot.File == "flows/report/qu.yaml");
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_told_where_they_stand()
    {
        var files = SmallFlows.Files().ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));
        files["report/qu.yaml"] = [.. "language: qu\n# "u8, 0xF1, .. "\n"u8];
        var found = Assert.Single(FlowBookLoader.Load(files).Diagnostics);

        Assert.Equal(("not_utf8", "flows/report/qu.yaml:2:3"), (found.Code, found.Spot.ToString()));
    }

    [Fact]
    public void A_page_of_aliases_unfolds_to_nothing()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append($"a{i}: &a{i} [").AppendJoin(',', Enumerable.Repeat($"*a{i - 1}", 9)).Append("]\n");
        }
        foreach (var path in new[] { "report/flow.yaml", "report/qu.yaml", "shared/keywords.yaml", "shared/hotlines.yaml" })
        {
            Assert.Contains(FlowBookLoader.Load(SmallFlows.Files((path, bomb.ToString()))).Diagnostics, d => d.Code is "anchor" or "alias");
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_diagnostic() =>
        Assert.Equal("no_flows", FlowBookLoader.Load(Path.Combine(Repository.Root, "no-such-folder")).Diagnostics[0].Code);
}
