using System.Collections.Frozen;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Outreach;

/// <summary>What a defender texts of a workshop, in any order: "TALLER 23 mujeres 4 hombres Tarabuco".</summary>
/// <param name="Municipality">Null where none, or not one alone, was named.</param>
internal sealed record TrainingReport(int? Women, int? Men, PlaceCandidate? Municipality)
{
    /// <summary>More than this no hall holds.</summary>
    private const int MostPeople = 1_000;

    private static readonly FrozenSet<string> WomenWords =
        FrozenSet.Create(StringComparer.Ordinal, "mujeres", "mujer", "muj", "m", "senoras", "chicas", "warmi", "warmis", "warmikuna", "warminaka", "ixoqib", "ixoq");

    private static readonly FrozenSet<string> MenWords =
        FrozenSet.Create(StringComparer.Ordinal, "hombres", "hombre", "hom", "h", "varones", "varon", "senores", "chicos", "qhari", "qharis", "qharikuna", "chacha", "chachanaka", "achijab", "achi");

    private static readonly FrozenSet<string> NoneWords = FrozenSet.Create(StringComparer.Ordinal, "ningun", "ninguno", "ninguna", "cero", "sin");

    private static readonly FrozenSet<string> OnlyWords = FrozenSet.Create(StringComparer.Ordinal, "solo", "solamente", "puras", "puros", "todas", "todos");

    private static readonly FrozenSet<string> Filling = FrozenSet.Create(
        StringComparer.Ordinal, "taller", "talleres", "replica", "y", "con", "hice", "di", "dimos", "hicimos", "personas", "participantes", "participaron", "asistieron", "vinieron", "hubo", "habia");

    /// <summary>Nobody came, or more than can be.</summary>
    public bool IsImpossible => Women > MostPeople || Men > MostPeople || (Women == 0 && Men == 0);

    public bool IsComplete => Women is not null && Men is not null && Municipality is not null;

    public static TrainingReport Read(string text, IPlaceReader places, string? country)
    {
        var words = Collation.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(SplitUnit).ToList();
        var items = words.Select(ItemOf).ToList();
        var (women, men) = ReadPeople(items, words.Exists(OnlyWords.Contains));
        var rest = words.Where((word, i) => items[i].Kind == ItemKind.Other && !Filling.Contains(word) && !OnlyWords.Contains(word));
        return new TrainingReport(women, men, places.Read(string.Join(' ', rest), country).Municipality);
    }

    /// <summary>With what was asked for afterwards; a lone number is the one that was missing.</summary>
    public TrainingReport With(TrainingReport later)
    {
        var lone = later.Women is null != later.Men is null ? later.Women ?? later.Men : null;
        return new TrainingReport(
            Women ?? (Men is null ? later.Women : lone ?? later.Women),
            Men ?? (Women is null ? later.Men : lone ?? later.Men),
            later.Municipality ?? Municipality);
    }

    private enum ItemKind
    {
        Other,
        Number,
        Women,
        Men,
    }

    private readonly record struct Item(ItemKind Kind, int Number);

    private static Item ItemOf(string word) =>
        NoneWords.Contains(word) ? new Item(ItemKind.Number, 0)
        : word.Length <= 6 && int.TryParse(word, out var number) ? new Item(ItemKind.Number, number)
        : WomenWords.Contains(word) ? new Item(ItemKind.Women, 0)
        : MenWords.Contains(word) ? new Item(ItemKind.Men, 0)
        : new Item(ItemKind.Other, 0);

    // A number belongs to the word after it, or, where that has one already, to the word before.
    private static (int? Women, int? Men) ReadPeople(List<Item> items, bool only)
    {
        int? women = null;
        int? men = null;
        var told = items.Where(i => i.Kind != ItemKind.Other).ToList();
        var taken = new bool[told.Count];
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Kind is ItemKind.Women or ItemKind.Men && NumberBeside(told, taken, i) is { } at)
            {
                taken[at] = true;
                women = told[i].Kind == ItemKind.Women ? told[at].Number : women;
                men = told[i].Kind == ItemKind.Men ? told[at].Number : men;
            }
        }
        if (only)
        {
            return (women ?? (men is null ? null : 0), men ?? (women is null ? null : 0));
        }
        var bare = told.Where((t, i) => t.Kind == ItemKind.Number && !taken[i]).Select(t => t.Number).ToList();
        return (women, men, bare.Count) switch
        {
            // As they are asked for: women, men.
            (null, null, 2) => (bare[0], bare[1]),
            (null, null, 1) => (bare[0], null),
            _ => (women, men),
        };
    }

    private static int? NumberBeside(List<Item> told, bool[] taken, int i) =>
        i > 0 && told[i - 1].Kind == ItemKind.Number && !taken[i - 1] ? i - 1
        : i + 1 < told.Count && told[i + 1].Kind == ItemKind.Number && !taken[i + 1] ? i + 1
        : null;

    // "23m 4h"
    private static IEnumerable<string> SplitUnit(string word)
    {
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < word.Length ? [word[..digits], word[digits..]] : [word];
    }
}
