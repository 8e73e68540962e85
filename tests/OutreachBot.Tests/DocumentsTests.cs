using System.Text.RegularExpressions;
using OutreachBot.Privacy;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests;

/// <summary>What the papers on security say is there, is there.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string Root = RepositoryFiles.Root;

    private static readonly RepositoryFiles Repository = new();

    public static TheoryData<string> Papers =>
        ["SECURITY.md", "docs/asvs.md", "docs/threat-model.md", "docs/adversaries.md", "docs/operate.md", "docs/fuzzing.md", "docs/data-protection.md", "docs/data-protection.es.md"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_test_type_and_file_that_a_paper_names_exists(string paper) =>
        Assert.Equal("", string.Join("\n", Words(File.ReadAllText(Path.Combine(Root, paper))).Where(w => !Repository.Has(w))));

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_link_within_the_repository_leads_somewhere(string paper)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, paper))!;

        Assert.Equal([], Link().Matches(File.ReadAllText(Path.Combine(Root, paper)))
            .Select(m => m.Groups["it"].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !Leads(Path.Combine(Root, paper), folder, to)));
    }

    [Theory]
    [InlineData("AgeFileTests.No_such_sentence")]
    [InlineData("AgeFilesTests")]
    [InlineData("TwilioFrom")]
    [InlineData("SessionAge.AnswersKeptForEver")]
    [InlineData("deploy/outreachbot.services")]
    [InlineData("src/OutreachBot/Nothing")]
    public void A_name_that_is_wrong_is_found(string name) => Assert.False(Repository.Has(name));

    [Theory]
    [InlineData("AgeFileTests.Any_bytes_are_a_result_and_never_an_exception")]
    [InlineData("AgeFile")]
    [InlineData("SessionAge.AnswersKept")]
    [InlineData("deploy/outreachbot.service")]
    [InlineData("Keys__RecoveryFingerprint")]
    [InlineData("systemctl start outreachbot")]
    public void A_name_that_is_right_or_no_name_at_all_is_let_be(string name) => Assert.True(Repository.Has(name));

    [Fact]
    public void No_memory_goes_to_disk_in_the_container_and_the_service()
    {
        var service = File.ReadAllLines(Path.Combine(Root, "deploy", "outreachbot.service"));
        var container = File.ReadAllText(Path.Combine(Root, "Dockerfile"));

        Assert.Contains("LimitCORE=0", service);
        foreach (var setting in new[] { "DOTNET_DbgEnableMiniDump=0", "DOTNET_EnableDiagnostics=0" })
        {
            Assert.Contains($"Environment={setting}", service);
            Assert.Contains(setting, container, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_service_hands_the_key_over_under_the_name_the_program_looks_for()
    {
        var service = File.ReadAllLines(Path.Combine(Root, "deploy", "outreachbot.service"));

        Assert.Contains(service, l => l.StartsWith($"LoadCredential={ServerKeySource.Name}:", StringComparison.Ordinal));
        Assert.Contains("NoNewPrivileges=yes", service);
        Assert.Contains("ProtectSystem=strict", service);
    }

    private static IEnumerable<string> Words(string paper) =>
        Word().Matches(Fence().Replace(paper, "")).Select(m => m.Groups["it"].Value).Distinct(StringComparer.Ordinal);

    private static bool Leads(string paper, string folder, string to)
    {
        var parts = to.Split('#', 2);
        var file = parts[0].Length == 0 ? paper : Path.Combine(folder, parts[0]);
        return parts.Length == 1
            ? Path.Exists(file)
            : File.Exists(file) && Heading().Matches(File.ReadAllText(file)).Select(m => Anchor(m.Groups["it"].Value)).Contains(parts[1], StringComparer.Ordinal);
    }

    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex("`(?<it>[^`\n]+)`", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Word();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<it>[^)\s]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<it>.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Heading();
}
