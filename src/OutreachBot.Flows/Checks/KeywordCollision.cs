using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Checks;

/// <summary><c>keyword_collision</c>: one word for two things: of the line, of two languages that meet, or of an option and the line.</summary>
internal sealed class KeywordCollision : ICheck
{
    // Somebody may need these now: no option may take their place, and whoever writes one means it.
    private static readonly HashSet<string> Untouchable = new(StringComparer.Ordinal) { "danger", "stop", "erase", "exit", "start" };

    public IEnumerable<Diagnostic> Find(CheckedBook book) => [.. WithinWords(book.Book.Keywords), .. WithinChoices(book)];

    private static IEnumerable<Diagnostic> WithinWords(Keywords keywords)
    {
        foreach (var same in keywords.Words.GroupBy(w => Collation.Key(w.Word), StringComparer.Ordinal).Where(g => g.Select(w => w.Concept).Distinct().Count() > 1))
        {
            var words = same.ToList();
            for (var i = 1; i < words.Count; i++)
            {
                if (words.Take(i).FirstOrDefault(w => w.Concept != words[i].Concept && Meet(w, words[i])) is { } first)
                {
                    yield return Fault(words[i].Spot,
                        $"'{words[i].Word}' is '{words[i].Concept}' in {words[i].Language} and '{first.Concept}' in {first.Language}",
                        "Leave it to one of them, or mark it `use: stored_only` or `not_in` where the other is spoken.");
                }
            }
        }
    }

    /// <summary>Whether one person's message may be either.</summary>
    private static bool Meet(Keyword one, Keyword other)
    {
        if (one.Language == other.Language)
        {
            return true;
        }
        var apart = one.Use.HasFlag(KeywordUse.StoredOnly) || other.Use.HasFlag(KeywordUse.StoredOnly)
            || one.NotIn.Contains(other.Language) || other.NotIn.Contains(one.Language);
        return !apart && WordReader.CanMeet(one.Language, other.Language);
    }

    private static IEnumerable<Diagnostic> WithinChoices(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            foreach (var use in PromptUse.SaidIn(flow).Where(u => u.Ask is { Kind: QuestionKind.Choice }))
            {
                foreach (var wording in flow.WordingsOf(use.Prompt).All())
                {
                    foreach (var fault in WithinChoice(book.Book.Words, use.Ask!, wording))
                    {
                        yield return fault;
                    }
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> WithinChoice(WordReader reader, AskStep ask, Wording wording)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (option, word) in ask.Options.Select(o => o.Key).SelectMany(o => Words(o, wording).Select(w => (o, w))))
        {
            if (reader.Recognise(word, wording.Language) is { Guessed: false } match && (Untouchable.Contains(match.AnswersAs) || match.AnswersAs == "help"))
            {
                // Help is answered with what can be done here: an option that can't be named is a pity, no danger.
                yield return Fault(wording.Prompt.Spot,
                    $"'{word}' is an option of prompt '{wording.Prompt.Name}' and always means '{match.AnswersAs}'", "Call the option something else.")
                    with
                { Severity = match.AnswersAs == "help" ? Severity.Warning : Severity.Error };
            }
            var key = Collation.Key(word);
            if (!taken.TryAdd(key, option) && taken[key] != option)
            {
                yield return Fault(wording.Prompt.Spot,
                    $"'{word}' stands for '{taken[key]}' and for '{option}' in prompt '{wording.Prompt.Name}'", "Leave it to one of them.");
            }
        }
    }

    private static IEnumerable<string> Words(string option, Wording wording) =>
        wording.Prompt.Also.GetValueOrDefault(option, []).Append(wording.Label(option)).Distinct(StringComparer.Ordinal);

    private static Diagnostic Fault(SourceSpot spot, string problem, string mend) => new("keyword_collision", Severity.Error, spot, problem, mend);
}
