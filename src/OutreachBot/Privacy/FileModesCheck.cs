using OutreachBot.Doctor;
using OutreachBot.Settings;

namespace OutreachBot.Privacy;

/// <summary>Nobody else on the machine can read the data or the key.</summary>
internal sealed class FileModesCheck(DataDirectory data, ServerKeySource key) : IDoctorCheck
{
    public string Name => "file modes";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var paths = new List<string> { data.Path };
        paths.AddRange(Directory.EnumerateFileSystemEntries(data.Path, "*", SearchOption.AllDirectories));
        if (key.IsFile)
        {
            paths.AddRange(Directory.Exists(data.KeysPath) ? [data.KeysPath, key.KeyFile] : [key.KeyFile]);
        }
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            .. paths.Where(Path.Exists).Distinct().Select(OwnerOnly.Complaint).OfType<Complaint>()
                .Select(complaint => Finding.Fault(complaint.What, complaint.Mend)),
        ]);
    }
}
