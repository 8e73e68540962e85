using System.Globalization;

namespace OutreachBot.Responders;

/// <summary>Whether she has been trained. As long as she hasn't, she is no candidate.</summary>
/// <remarks>Left at its default, whoever keeps the list vouches for her.</remarks>
public readonly record struct Training
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>As a spreadsheet of our countries turns a day over when it saves.</summary>
    private static readonly string[] Forms = [Form, "d/M/yyyy", "d-M-yyyy"];

    private Training(bool isPending, DateOnly? day)
    {
        IsPending = isPending;
        Day = day;
    }

    public static Training Vouched => default;

    public static Training Pending => new(isPending: true, day: null);

    public bool IsPending { get; }

    /// <summary>When it was; null where it is not told, or has not been.</summary>
    public DateOnly? Day { get; }

    public static Training On(DateOnly day) => new(isPending: false, day);

    /// <param name="text">A day (<c>2026-05-01</c>, <c>1/5/2026</c>), <c>yes</c>, or nothing: not yet.</param>
    public static bool TryParse(string text, out Training training)
    {
        training = text.Length == 0 ? Pending : Vouched;
        if (text.Length == 0 || text == "yes")
        {
            return true;
        }
        if (!DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }
        training = On(day);
        return true;
    }

    /// <summary>As a sheet has it.</summary>
    public override string ToString() => IsPending ? "" : Day?.ToString(Form, CultureInfo.InvariantCulture) ?? "yes";
}
