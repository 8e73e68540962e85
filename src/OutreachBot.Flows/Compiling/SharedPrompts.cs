namespace OutreachBot.Flows.Compiling;

/// <summary>The prompts that the engine itself says; their words stand in <c>flows/shared/&lt;lang&gt;.yaml</c>.</summary>
public static class SharedPrompts
{
    public const string IdleAsk = "idle_ask";
    public const string IdleStranger = "idle_stranger";
    public const string Unclear = "unclear";
    public const string UnclearAgain = "unclear_again";
    public const string OfferPerson = "offer_person";
    public const string StoryKept = "story_kept";
    public const string MoreStory = "more_story";
    public const string DangerOffer = "danger_offer";
    public const string CannotSkip = "cannot_skip";
    public const string MediaNotRead = "media_not_read";
    public const string NoAudio = "no_audio";
    public const string Help = "help";
    public const string BackNone = "back_none";
    public const string RepeatNone = "repeat_none";
    public const string Exit = "exit";
    public const string Stop = "stop";
    public const string Start = "start";
    public const string Erase = "erase";
    public const string EraseCode = "erase_code";
    public const string MyData = "my_data";
    public const string Thanks = "thanks";
    public const string Over = "over";
    public const string OverResponder = "over_responder";
    public const string WhichPlace = "which_place";
    public const string PlaceDepartment = "place_department";
    public const string PlaceShort = "place_short";
    public const string StopOrPlace = "stop_or_place";
    public const string Many = "many";
    public const string Trouble = "trouble";
    public const string PinLocked = "pin_locked";
    public const string YesNo = "yes_no";
    public const string LanguageName = "language_name";
    public const string LanguageSet = "language_set";
    public const string NotInLanguage = "not_in_language";
    public const string DraftMark = "draft_mark";

    /// <summary>All of them; Spanish must have each.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        IdleAsk, IdleStranger, Unclear, UnclearAgain, OfferPerson, StoryKept, MoreStory, DangerOffer, CannotSkip,
        MediaNotRead, NoAudio, Help, BackNone, RepeatNone, Exit, Stop, Start, Erase, EraseCode, MyData, Thanks, Over, OverResponder,
        WhichPlace, PlaceDepartment, PlaceShort, StopOrPlace, Many, Trouble, PinLocked, YesNo, LanguageName, LanguageSet, NotInLanguage, DraftMark,
    ];
}
