namespace OutreachBot.Analyzers.Tests;

/// <summary>What leaks doesn't compile; what doesn't leak does.</summary>
public sealed class LogRefusalTests
{
    private const string Attribute = "[LoggerMessage(Level = LogLevel.Warning, Message = \"x\")] public static partial void Note(ILogger logger, ";

    [Theory]
    [InlineData("PhoneNumber phone")]
    [InlineData("Knock knock")]
    [InlineData("Door door")]
    [InlineData("Exception e")]
    [InlineData("InvalidOperationException e")]
    [InlineData("object door")]
    [InlineData("string text")]
    [InlineData("string door, string from")]
    [InlineData("string[] door")]
    [InlineData("double latitude")]
    [InlineData("float? kind")]
    [InlineData("char door")]
    [InlineData("byte[] kind")]
    [InlineData("DateTimeOffset at")]
    public async Task A_log_method_that_takes_what_may_be_private_does_not_compile(string parameters) =>
        Assert.Equal(["OB0001"], await Sample.FaultsAsync($"{Attribute}{parameters});"));

    [Theory]
    [InlineData("int count")]
    [InlineData("long? count")]
    [InlineData("Kind which, Kind? other")]
    [InlineData("TimeSpan delay, bool isLast")]
    [InlineData("string door, string kind")]
    public async Task Numbers_times_kinds_and_listed_names_may_be_logged(string parameters) =>
        Assert.Empty(await Sample.FaultsAsync($"{Attribute}{parameters});"));

    [Theory]
    [InlineData("logger.LogWarning(\"{Door}\", knock)")]
    [InlineData("logger.Log(LogLevel.Warning, \"x\")")]
    [InlineData("logger.Log(LogLevel.Warning, default, 1, null, (_, _) => \"x\")")]
    [InlineData("logger.BeginScope(knock)")]
    [InlineData("LoggerMessage.Define<string>(LogLevel.Warning, default, \"{Door}\")(logger, knock.Door, null)")]
    public async Task Nothing_is_logged_past_the_generated_methods(string statement) =>
        Assert.Contains("OB0002", await Sample.FaultsAsync($"public static void Do(ILogger logger, Knock knock) {{ {statement}; }}"));

    [Theory]
    [InlineData("$\"who? {phone}\"")]
    [InlineData("$\"who? {phone.Digits}\"")]
    [InlineData("$\"who? {phone?.Digits}\"")]
    [InlineData("\"who? \" + phone")]
    [InlineData("\"who? \" + phone.Digits.Trim()")]
    [InlineData("string.Format(\"{0}\", phone.Digits)")]
    [InlineData("$\"{knock.From.Digits[..3]}\"")]
    [InlineData("phone.ToString()")]
    public async Task An_exception_that_quotes_a_private_value_does_not_compile(string text) =>
        Assert.Equal(["OB0003"], await Sample.FaultsAsync($"public static void Do(PhoneNumber phone, Knock knock) => throw new InvalidOperationException({text});"));

    [Theory]
    [InlineData("$\"{phone.Length} digits\"")]
    [InlineData("$\"{(phone as PhoneNumber)?.Length} digits\"")]
    [InlineData("nameof(phone)")]
    [InlineData("$\"a {nameof(PhoneNumber)} is missing\"")]
    [InlineData("typeof(PhoneNumber).Name")]
    [InlineData("$\"the door {door.Name}\"")]
    [InlineData("$\"the door {knock.Door}\"")]
    [InlineData("phone.Digits.Length > 3 ? \"long\" : \"short\"")]
    public async Task An_exception_may_say_what_was_wrong(string text) =>
        Assert.Empty(await Sample.FaultsAsync($"public static void Do(PhoneNumber phone, Door door, Knock knock) => throw new InvalidOperationException({text});"));

    [Theory]
    [InlineData("phone.Digits")]
    [InlineData("$\"{phone}\"")]
    [InlineData("fault.Message")]
    [InlineData("fault.InnerException!.Message")]
    [InlineData("fault.ToString()")]
    [InlineData("$\"{fault}\"")]
    public async Task A_log_call_that_is_given_a_private_value_under_a_harmless_name_does_not_compile(string value) =>
        Assert.Equal(["OB0003"], await Sample.FaultsAsync($"{Attribute}string door);\npublic static void Do(ILogger logger, PhoneNumber phone, Exception fault) => Note(logger, {value});"));

    [Fact]
    public async Task An_exception_s_type_may_be_logged() =>
        Assert.Empty(await Sample.FaultsAsync($"{Attribute}string kind);\npublic static void Do(ILogger logger, Exception fault) => Note(logger, fault.GetType().Name);"));

    [Fact]
    public async Task A_private_type_may_show_what_its_list_says_it_shows() =>
        Assert.Empty(await Sample.FaultsAsync(
            "public static void Do(Uri uri) => throw new InvalidOperationException(uri.Scheme);", privateElsewhere: "System.Uri;Port, Scheme"));

    [Fact]
    public async Task A_type_of_another_assembly_is_private_when_its_list_says_so()
    {
        const string Code = "public static void Do(Uri uri) => throw new InvalidOperationException(uri.Host);";

        Assert.Empty(await Sample.FaultsAsync(Code));
        Assert.Equal(["OB0003"], await Sample.FaultsAsync(Code, privateElsewhere: "System.Uri;Scheme"));
    }
}
