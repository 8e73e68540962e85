using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace OutreachBot.Tests;

/// <summary>The arrows of the house: one test a room. A failing one names the type that reaches where it must not.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture House = new ArchLoader()
        .LoadAssemblies(typeof(OutreachBot.Privacy.IVault).Assembly, typeof(Flows.Running.Session).Assembly)
        .Build();

    [Fact]
    public void Flows_knows_nothing_of_the_host() =>
        Types().That().ResideInAssembly(typeof(Flows.Running.Session).Assembly)
            .Should().NotDependOnAny(Types().That().ResideInAssembly(typeof(OutreachBot.Privacy.IVault).Assembly))
            .Check(House);

    [Theory]
    [InlineData("Tips")]
    [InlineData("Alerts")]
    [InlineData("Responders")]
    [InlineData("Routing")]
    [InlineData("Places")]
    [InlineData("Outreach")]
    [InlineData("Statistics")]
    public void A_domain_room_knows_no_wall_and_no_database(string room) =>
        Reaching(room, "Channels", "Commands", "Hosting", "Storage").Check(House);

    [Fact]
    public void Addresses_stand_alone() =>
        Reaching("Addresses", "Channels", "Commands", "Hosting", "Storage", "Conversations", "Tips", "Alerts", "Routing", "Responders", "Outbox", "Agenda")
            .Check(House);

    [Fact]
    public void Privacy_serves_the_domain_and_calls_none_of_it() =>
        Reaching("Privacy", "Channels", "Commands", "Conversations", "Tips", "Alerts", "Routing", "Outbox").Check(House);

    [Fact]
    public void Conversations_know_no_channel_and_no_domain_room_but_who_responds() =>
        Reaching("Conversations", "Channels", "Commands", "Tips", "Routing", "Places", "Storage").Check(House);

    [Fact]
    public void The_outbox_knows_no_other_side_of_its_channels() =>
        Reaching("Outbox", "Channels", "Commands", "Tips", "Alerts", "Routing", "Storage", "Conversations").Check(House);

    [Fact]
    public void The_agenda_knows_no_subject() =>
        Reaching("Agenda", "Channels", "Commands", "Tips", "Alerts", "Routing", "Storage", "Conversations", "Outbox").Check(House);

    [Fact]
    public void Channels_reach_the_domain_only_through_the_conversation() =>
        Reaching("Channels", "Commands", "Tips", "Alerts", "Routing", "Places").Check(House);

    [Fact]
    public void Sounds_know_no_person_and_no_channel() =>
        Reaching("Sounds", "Channels", "Commands", "Storage", "Conversations", "Tips", "Alerts", "Responders").Check(House);

    [Fact]
    public void Storage_reaches_no_wall() => Reaching("Storage", "Channels", "Commands").Check(House);

    [Fact]
    public void Effects_are_a_contract_only() =>
        Reaching("Effects", "Channels", "Commands", "Tips", "Alerts", "Routing", "Storage", "Conversations").Check(House);

    /// <summary>The rules' own teeth: an arrow that is there is seen.</summary>
    [Fact]
    public void An_arrow_that_exists_is_found() =>
        Assert.False(Reaching("Effects", "Responders").HasNoViolations(House));

    private static IArchRule Reaching(string room, params string[] never) =>
        Types().That().ResideInNamespaceMatching(Within(room))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Within(never)))
            .WithoutRequiringPositiveResults();

    private static string Within(params string[] rooms) => $@"^OutreachBot\.({string.Join('|', rooms)})(\..*)?$";
}
