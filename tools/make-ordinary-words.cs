#:project ../src/OutreachBot.Flows/OutreachBot.Flows.csproj

// Counts words of the training text and keeps the frequent ones: a word that everybody uses is no misspelt place.
// What is kept is a list of single words (unigram figures), folded, none of them part of a place's name.
//
//   dotnet run tools/make-ordinary-words.cs -- ../shared/data/language/train.tsv src/OutreachBot/Places/Data
//
// Sources and credits: docs/places.md.

using System.Text;
using OutreachBot.Flows.Languages;

if (args is not [var source, var data])
{
    Console.Error.WriteLine("usage: dotnet run tools/make-ordinary-words.cs -- TRAIN.tsv FOLDER");
    return 2;
}

// The Spanish text is the largest and the one that sentences are mixed with; the others need a word to be common.
var leastCount = new Dictionary<string, int>(StringComparer.Ordinal)
{
    ["es"] = 3, ["qu"] = 15, ["ay"] = 15, ["quc"] = 15, ["mam"] = 25, ["kek"] = 25, ["kjb"] = 25,
};

string[] placeFiles = ["municipalities.tsv", "areas.tsv", "names.tsv", "abroad.tsv"];
var ofPlaces = placeFiles
    .SelectMany(file => File.ReadLines(Path.Combine(data, file)))
    .Where(line => !line.StartsWith('#'))
    .SelectMany(Words)
    .ToHashSet(StringComparer.Ordinal);

var counts = new Dictionary<(string Language, string Word), int>();
foreach (var line in File.ReadLines(source))
{
    var tab = line.IndexOf('\t', StringComparison.Ordinal);
    foreach (var word in Words(line[(tab + 1)..]))
    {
        counts[(line[..tab], word)] = counts.GetValueOrDefault((line[..tab], word)) + 1;
    }
}

var kept = counts
    .Where(c => c.Value >= leastCount[c.Key.Language] && c.Key.Word.Length >= 4 && !ofPlaces.Contains(c.Key.Word))
    .Select(c => c.Key.Word)
    .Distinct(StringComparer.Ordinal)
    .Order(StringComparer.Ordinal)
    .ToList();
File.WriteAllText(Path.Combine(data, "ordinary.txt"), string.Join('\n', kept) + "\n");
Console.Error.WriteLine($"ordinary.txt: {kept.Count} words");
return 0;

static IEnumerable<string> Words(string text)
{
    var word = new StringBuilder();
    foreach (var character in Letters.Compose(text))
    {
        var letter = char.ToLowerInvariant(Letters.WithoutMarks(character));
        if (letter is >= 'a' and <= 'z')
        {
            word.Append(letter);
        }
        else if (!Letters.IsApostrophe(character) && word.Length > 0)
        {
            yield return word.ToString();
            word.Clear();
        }
    }
    if (word.Length > 0)
    {
        yield return word.ToString();
    }
}
