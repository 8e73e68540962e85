using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OutreachBot.Flows.Languages;

/// <summary>Reads when something happened out of Spanish words: "ayer", "hace 3 días", "el lunes", "12 de mayo", "esta semana".</summary>
/// <remarks>
/// Of days that come round again the last one is meant, since the question is what has happened; only "mañana",
/// "próximo" and "que viene" look forward. Written dates are day first, as in both countries.
/// </remarks>
public static partial class DateReader
{
    private const int MostYearsBack = 100;

    // Nobody tells of what happens later than that.
    private const int YearsAhead = 2;

    private static readonly string[] Weekdays = ["domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"];

    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    // Days from today.
    private static readonly FrozenDictionary<string, int> Days = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["hoy"] = 0,
        ["hoy dia"] = 0,
        ["ahora"] = 0,
        ["ahorita"] = 0,
        ["recien"] = 0,
        ["esta manana"] = 0,
        ["esta tarde"] = 0,
        ["esta noche"] = 0,
        ["hace rato"] = 0,
        ["hace ratito"] = 0,
        ["hace ratos"] = 0,
        ["hace un rato"] = 0,
        ["hace un momento"] = 0,
        ["hace poco"] = 0,
        ["recien nomas"] = 0,
        ["ayer"] = -1,
        ["anoche"] = -1,
        ["ayer noche"] = -1,
        ["anteayer"] = -2,
        ["antes de ayer"] = -2,
        ["antier"] = -2,
        ["antiayer"] = -2,
        ["ante ayer"] = -2,
        ["antes de anoche"] = -2,
        ["antenoche"] = -2,
        ["manana"] = 1,
        ["pasado manana"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // How people and their phones write these; another word one letter away (partes, martes) is left alone.
    private static readonly FrozenDictionary<string, string> Respelt = new (string Right, string Wrong)[]
    {
        ("ayer", "aller aier ayr ayyer"), ("anteayer", "antesdeayer anteier antayer"), ("hoy", "oy hoi"), ("anoche", "anoxe anohe anochi"), ("hace", "ase ace hase"),
        ("lunes", "lune lunez lones"), ("martes", "marte martez"), ("miercoles", "miercole mierkoles mircoles miercolez miercols"),
        ("jueves", "jueve juebes juevez"), ("viernes", "vierne biernes viernez"), ("sabado", "savado sabdo savdo"), ("domingo", "domigo dominggo"),
        ("febrero", "febreo febrer frebrero"), ("septiembre", "setiembre septienbre setienbre"), ("octubre", "octuvre otubre"),
        ("noviembre", "nobiembre novienbre nobienbre"), ("diciembre", "disiembre diziembre dicienbre disienbre"), ("agosto", "agosoto"),
        ("semana", "cemana semna"), ("pasada", "pasda"), ("pasado", "pasdo"), ("dias", "dia diaz"), ("ano", "anio"), ("anos", "anios"),
    }.SelectMany(r => r.Wrong.Split(' '), (r, wrong) => KeyValuePair.Create(wrong, r.Right)).DistinctBy(r => r.Key).ToFrozenDictionary(StringComparer.Ordinal);

    // "por la mañana" is no tomorrow.
    private static readonly FrozenSet<string> BeforeMorning = FrozenSet.Create(StringComparer.Ordinal, "la", "las", "cada", "una");

    private static readonly FrozenSet<string> Roughly = FrozenSet.Create(StringComparer.Ordinal, "como", "unos", "unas", "casi", "ya", "mas", "o", "menos");

    /// <summary>The month, 1 to 12, that is all of a text; null: it is something else.</summary>
    public static int? Month(string text)
    {
        var key = Collation.Key(text);
        return Array.IndexOf(Months, Respelt.GetValueOrDefault(key, key)) + 1 is var month and > 0 ? month : null;
    }

    /// <summary>The first date the text names; null where it names none.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="today">The local day of the person.</param>
    public static DateRange? Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Written().Match(text) is { Success: true } written && (ReadWritten(written, today) is not null || Group(written, "c") is not null))
        {
            // The 31st of February of a year is no day, and its year alone not what was meant.
            return ReadWritten(written, today);
        }
        var words = Array.ConvertAll(Collation.Key(text).Split(' '), w => Respelt.GetValueOrDefault(w, w));
        for (var at = 0; at < words.Length; at++)
        {
            var found = Day(words, at, today) ?? Ago(words, at, today) ?? Span(words, at, today)
                ?? Weekday(words, at, today) ?? DayOfMonth(words, at, today) ?? MonthOrYear(words, at, today);
            if (found is not null)
            {
                return found;
            }
        }
        return null;
    }

    private static DateRange? Day(string[] words, int at, DateOnly today)
    {
        for (var length = Math.Min(3, words.Length - at); length > 0; length--)
        {
            var phrase = string.Join(' ', words, at, length);
            if (Days.TryGetValue(phrase, out var days) && !(phrase == "manana" && at > 0 && BeforeMorning.Contains(words[at - 1])))
            {
                return DateRange.Of(today.AddDays(days));
            }
        }
        return null;
    }

    /// <summary>"hace 3 días", "hace como dos semanas", "hace un mes".</summary>
    private static DateRange? Ago(string[] words, int at, DateOnly today)
    {
        if (words[at] != "hace")
        {
            return null;
        }
        var next = at + 1;
        while (next < words.Length && Roughly.Contains(words[next]))
        {
            next++;
        }
        if (next >= words.Length)
        {
            return null;
        }
        if (words[next] is "medio" or "media" && Next(words, next) is "ano")
        {
            return DateRange.Month(today.AddMonths(-6));
        }
        var count = NumberReader.Word(words[next]);
        var unit = count is null ? words[next] : Next(words, next);
        var half = (Next(words, next + (count is null ? 0 : 1)), Next(words, next + (count is null ? 1 : 2))) is ("y", "medio" or "media");
        return count is > 1000 ? null : unit is "dias" or "semanas" or "meses" or "anos" && count is null ? Several(unit, today) : UnitsAgo(count ?? 1, unit, half, today);
    }

    /// <summary>"hace unos días", "hace meses": from two to six of them.</summary>
    private static DateRange Several(string unit, DateOnly today) => unit switch
    {
        "dias" => new(today.AddDays(-6), today.AddDays(-2)),
        "semanas" => new(today.AddDays(-42), today.AddDays(-14)),
        "meses" => new(today.AddMonths(-6), today.AddMonths(-2)),
        _ => new(today.AddYears(-6), today.AddYears(-2)),
    };

    private static DateRange? UnitsAgo(int count, string? unit, bool half, DateOnly today) => unit switch
    {
        "hora" or "horas" => new DateRange(today.AddDays(-(count / 24) - (count > 12 ? 1 : 0)), today.AddDays(-(count / 24))),
        "dia" or "dias" => DateRange.Of(today.AddDays(-count)),
        // A week ago may be a few days more or less.
        "semana" or "semanas" => new DateRange(today.AddDays((-7 * count) - (half ? 6 : 3)), today.AddDays((-7 * count) + (half ? 0 : 3))),
        "mes" or "meses" when half => new DateRange(today.AddMonths(-count - 1), today.AddMonths(-count)),
        "mes" or "meses" => DateRange.Month(today.AddMonths(-count)),
        "ano" or "anos" when half && count <= MostYearsBack => new DateRange(today.AddMonths((-12 * count) - 8), today.AddMonths((-12 * count) - 4)),
        "ano" or "anos" when count <= MostYearsBack => DateRange.Year(today.Year - count),
        _ => null,
    };

    private static DateRange? Span(string[] words, int at, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return (words[at], Next(words, at), Next(words, at + 1)) switch
        {
            ("esta", "semana", _) => new DateRange(monday, today),
            ("semana", "pasada", _) => new DateRange(monday.AddDays(-7), monday.AddDays(-1)),
            ("proxima", "semana", _) or ("semana", "que", "viene") or ("semana", "proxima", _) => new DateRange(monday.AddDays(7), monday.AddDays(13)),
            ("semana", "santa", _) => Feasts.HolyWeek(today),
            ("todos", "santos", _) or ("todos", "los", "santos") => Feasts.AllSaints(today),
            ("carnaval" or "carnavales", _, _) => Feasts.Carnival(today),
            ("navidad", _, _) => Feasts.Christmas(today),
            ("fin", "de", "semana") => new DateRange(LastOrToday(DayOfWeek.Sunday, today).AddDays(-1), LastOrToday(DayOfWeek.Sunday, today)),
            ("este", "mes", _) => new DateRange(new DateOnly(today.Year, today.Month, 1), today),
            ("mes", "pasado", _) => DateRange.Month(today.AddMonths(-1)),
            ("proximo", "mes", _) or ("mes", "que", "viene") => DateRange.Month(today.AddMonths(1)),
            ("este", "ano", _) => new DateRange(new DateOnly(today.Year, 1, 1), today),
            ("ano", "pasado", _) => DateRange.Year(today.Year - 1),
            _ => null,
        };
    }

    private static DateRange? Weekday(string[] words, int at, DateOnly today)
    {
        var day = Array.IndexOf(Weekdays, words[at]);
        if (day < 0)
        {
            return null;
        }
        var last = today.AddDays(-1 - (((int)today.DayOfWeek - day + 6) % 7));
        var comes = (at > 0 && words[at - 1] is "proximo") || Next(words, at) is "proximo" || (Next(words, at), Next(words, at + 1)) is ("que", "viene");
        return DateRange.Of(comes ? last.AddDays(last.AddDays(7) == today ? 14 : 7) : last);
    }

    /// <summary>"12 de mayo", "1ro de mayo de 2025".</summary>
    private static DateRange? DayOfMonth(string[] words, int at, DateOnly today)
    {
        if (Next(words, at) != "de" || Array.IndexOf(Months, Spelt(Next(words, at + 1))) is var month && month < 0 || NumberReader.Word(words[at]) is not { } day)
        {
            return null;
        }
        var after = at + 3;
        if (after < words.Length && words[after] is "de" or "del")
        {
            after++;
        }
        return MakeDate(day, month + 1, after < words.Length ? YearOf(words[after]) : null, today) is { } date ? DateRange.Of(date) : null;
    }

    private static DateRange? MonthOrYear(string[] words, int at, DateOnly today)
    {
        var month = Array.IndexOf(Months, Spelt(words[at])) + 1;
        if (month > 0)
        {
            var whole = DateRange.Month(new DateOnly(month > today.Month ? today.Year - 1 : today.Year, month, 1));
            return Part(words, at, whole, today);
        }
        return words[at].Length == 4 && YearOf(words[at]) is { } year && year <= today.Year ? DateRange.Year(year) : null;
    }

    /// <summary>"desde enero", "a principios de octubre", "a mediados", "a fines".</summary>
    private static DateRange Part(string[] words, int at, DateRange month, DateOnly today)
    {
        var before = at > 0 && words[at - 1] is "de" ? at - 2 : at - 1;
        return before < 0 ? month : words[before] switch
        {
            "desde" when month.From <= today => new DateRange(month.From, today),
            "principios" or "principio" or "comienzos" or "inicios" => new DateRange(month.From, month.From.AddDays(9)),
            "mediados" => new DateRange(month.From.AddDays(9), month.From.AddDays(19)),
            "fines" or "finales" or "fin" => new DateRange(month.To.AddDays(-9), month.To),
            _ => month,
        };
    }

    private static DateRange? ReadWritten(Match written, DateOnly today)
    {
        var (first, second, third) = (Group(written, "a"), Group(written, "b"), Group(written, "c"));
        var date = first > 31 ? MakeDate(third ?? 1, second ?? 0, first, today) : MakeDate(first ?? 0, second ?? 0, third < 100 ? third + (third > (today.Year % 100) + YearsAhead ? 1900 : 2000) : third, today);
        return date is { } day ? DateRange.Of(day) : null;
    }

    /// <summary>The day itself, or without a year the last time it came round; null for the 31st of June.</summary>
    private static DateOnly? MakeDate(int day, int month, int? year, DateOnly today)
    {
        foreach (var candidate in year is { } given ? new[] { given } : [today.Year, today.Year - 1, today.Year - 2, today.Year - 3, today.Year - 4])
        {
            if (month is >= 1 and <= 12 && Math.Abs(candidate - today.Year) <= (candidate > today.Year ? YearsAhead : MostYearsBack) && day >= 1 && day <= DateTime.DaysInMonth(candidate, month)
                && new DateOnly(candidate, month, day) is var date && (year is not null || date <= today))
            {
                return date;
            }
        }
        return null;
    }

    private static DateOnly LastOrToday(DayOfWeek day, DateOnly today) => today.AddDays(-(((int)today.DayOfWeek - (int)day + 7) % 7));

    private static int? YearOf(string word) => NumberReader.Word(word) is { } year and > 1900 and < 2200 ? year : null;

    private static string Spelt(string? month) => month == "setiembre" ? "septiembre" : month ?? "";

    private static string? Next(string[] words, int at) => at + 1 < words.Length ? words[at + 1] : null;

    private static int? Group(Match match, string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan) : null;

    [GeneratedRegex(@"\b(?<a>[0-9]{1,2}|[12][0-9]{3})[/.-](?<b>[0-9]{1,2})(?:[/.-](?<c>[0-9]{4}|[0-9]{2}))?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
