using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace OutreachBot.Settings;

/// <summary>Reads one section into its options and says everything that is wrong with it at once.</summary>
/// <remarks>Stricter than the stock binder: an unknown name or an unreadable value stops the start instead of being passed over.</remarks>
internal sealed class SettingsSection<T>(IConfiguration configuration) : IConfigureOptions<T>, IValidateOptions<T>
    where T : class, ISettings
{
    private static readonly PropertyInfo[] Known =
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)];

    private IConfiguration Section => T.Section.Length == 0 ? configuration : configuration.GetSection(T.Section);

    public void Configure(T options)
    {
        foreach (var property in Known)
        {
            if (Section[property.Name] is { Length: > 0 } text && TryRead(property, text, out var value))
            {
                property.SetValue(options, value);
            }
        }
    }

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = Unreadable().Concat(Unknown()).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(options.Check());
        }
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(f => f.ToString()));
    }

    private IEnumerable<SettingFault> Unreadable() =>
        from property in Known
        let text = Section[property.Name]
        where text is { Length: > 0 } && !TryRead(property, text, out _)
        select new SettingFault(Full(property.Name), "its value can't be read", $"Write {Form(property.PropertyType)}.");

    private IEnumerable<SettingFault> Unknown() => T.Section.Length == 0
        ? []
        : from child in Section.GetChildren()
          where !Known.Any(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
          select new SettingFault(
              Full(child.Key), "there is no such setting",
              $"Take it out, or write one of {string.Join(", ", Known.Select(p => Full(p.Name)))}.");

    private static string Full(string name) => T.Section.Length == 0 ? name : $"{T.Section}__{name}";

    private static bool TryRead(PropertyInfo property, string text, out object? value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        value = null;
        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(type.IsEnum ? text.Replace("_", "", StringComparison.Ordinal) : text);
            return !type.IsEnum || Enum.IsDefined(type, value!) && !char.IsAsciiDigit(text[0]);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Form(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) => "a whole number",
            _ when type == typeof(Uri) => "an absolute address like https://line.example.org",
            _ when type == typeof(DateOnly) => "a day like 2026-03-31",
            { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(type).Select(SnakeCase)),
            _ => "plain text",
        };
    }

    private static string SnakeCase(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

internal static class SettingsServices
{
    /// <summary>Makes a section's options available as <c>IOptions</c>, checked at the start.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services)
        where T : class, ISettings
    {
        services.AddOptions<T>().ValidateOnStart();
        return services
            .AddSingleton<IConfigureOptions<T>, SettingsSection<T>>()
            .AddSingleton<IValidateOptions<T>, SettingsSection<T>>();
    }
}
