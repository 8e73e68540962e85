using Dapper;
using OutreachBot.Effects;
using OutreachBot.Storage.Sqlite;

namespace OutreachBot.Tests.Fixtures;

/// <summary>An effect that leaves a row each time it is committed.</summary>
internal sealed class CountingEffect(string name) : IEffectHandler
{
    public string Effect => name;

    public Func<EffectRequest, EffectResult> Gives { get; set; } = _ => EffectResult.Of("ok");

    public EffectResult Handle(EffectRequest request)
    {
        var key = $"{name}{Guid.NewGuid():N}";
        request.Unit.Sqlite().Connection.Execute("INSERT INTO meta (name, value) VALUES (@key, '')", new { key });
        return Gives(request);
    }

    public Task<long> TimesAsync(TestStore store) => store.RunAsync(
        u => u.Sqlite().Connection.ExecuteScalar<long>("SELECT count(*) FROM meta WHERE name LIKE @like", new { like = name + "%" }));
}
