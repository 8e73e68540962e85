// How fast `places find` reads, and how much memory it takes, with all places imported.
//
//   dotnet publish src/OutreachBot -c Release -o out
//   dotnet out/OutreachBot.dll places import municipalities.geojson places.csv --data bench-places
//   dotnet run tools/measure-places.cs -- out/OutreachBot.dll bench-places tests/OutreachBot.Tests/Places/mentions-other-hands.tsv
//
// Sends 2,000 sentences, the lines of the lists again and again, and counts from the start of the process to its end.

using System.Diagnostics;
using System.Text.Json.Nodes;

const int Lines = 2_000;

if (args is not [var program, var data, .. var lists] || lists.Length == 0)
{
    Console.Error.WriteLine("usage: dotnet run tools/measure-places.cs -- OUTREACHBOT.DLL DATA MENTIONS.TSV…");
    return 2;
}

var sentences = lists.SelectMany(File.ReadLines).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
var watch = Stopwatch.StartNew();
using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "places", "find", "--data", data])
{
    UseShellExecute = false,
    RedirectStandardInput = true,
    RedirectStandardOutput = true,
})!;

var answered = Task.Run(() =>
{
    var count = 0;
    while (process.StandardOutput.ReadLine() is not null)
    {
        count++;
    }
    return count;
});
long peak = 0;
var watched = Task.Run(async () =>
{
    while (!process.HasExited)
    {
        process.Refresh();
        peak = process.HasExited ? peak : Math.Max(peak, process.PeakWorkingSet64);
        await Task.Delay(20);
    }
});
foreach (var index in Enumerable.Range(0, Lines))
{
    var cells = sentences[index % sentences.Count];
    process.StandardInput.WriteLine(new JsonObject { ["text"] = cells[0], ["country"] = cells[1] is "-" ? null : cells[1] }.ToJsonString());
}
process.StandardInput.Close();
var lines = await answered;
await process.WaitForExitAsync();
var seconds = watch.Elapsed.TotalSeconds;
await watched;
Console.WriteLine($"{lines} lines in {seconds:F2} s, at most {peak / 1_048_576.0:F0} MB");
return lines == Lines ? 0 : 1;
