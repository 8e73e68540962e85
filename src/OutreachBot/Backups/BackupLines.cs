using System.Text.Json;

namespace OutreachBot.Backups;

/// <summary>The lines of a backup, JSON each, so that with the sheet and stock <c>age</c> it can be read without this program.</summary>
/// <remarks>
/// <c>{"outreachbot":"backup",…}</c>, then <c>{"table":…,"columns":[…]}</c> and an array a row, bytes as <c>["base64"]</c>; the
/// last line is <c>{"rows":…,"mac":…}</c>.
/// </remarks>
internal static class BackupLines
{
    private const string Kind = "backup";

    public static byte[] Write(BackupHeader header) => Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("outreachbot", Kind);
        json.WriteNumber("version", header.Version);
        json.WriteStartArray("migrations");
        foreach (var number in header.Migrations)
        {
            json.WriteNumberValue(number);
        }
        json.WriteEndArray();
        json.WriteString("installation", header.Installation);
        json.WriteString("hour", header.Hour);
        json.WriteEndObject();
    });

    public static byte[] Write(BackupItem item) => Line(json =>
    {
        switch (item)
        {
            case BackupTable table:
                json.WriteStartObject();
                json.WriteString("table", table.Name);
                json.WriteStartArray("columns");
                foreach (var column in table.Columns)
                {
                    json.WriteStringValue(column);
                }
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            case BackupRow row:
                json.WriteStartArray();
                foreach (var cell in row.Cells)
                {
                    Write(json, cell);
                }
                json.WriteEndArray();
                break;
        }
    });

    /// <param name="mac">Over all lines before this one.</param>
    public static byte[] WriteEnd(long rows, byte[] mac) => Line(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("rows", rows);
        json.WriteString("mac", Convert.ToHexStringLower(mac));
        json.WriteEndObject();
    });

    /// <returns>Null when it is no backup's first line.</returns>
    public static BackupHeader? ReadHeader(JsonElement line) =>
        Has(line, "outreachbot", JsonValueKind.String) is { } kind && kind.ValueEquals(Kind)
        && Has(line, "version", JsonValueKind.Number) is { } version && version.TryGetInt32(out var number)
        && Has(line, "migrations", JsonValueKind.Array) is { } migrations && migrations.EnumerateArray().All(m => m.ValueKind == JsonValueKind.Number && m.TryGetInt32(out _))
        && Has(line, "installation", JsonValueKind.String) is { } installation
        && Has(line, "hour", JsonValueKind.String) is { } hour && hour.TryGetDateTimeOffset(out var made)
            ? new BackupHeader(number, [.. migrations.EnumerateArray().Select(m => m.GetInt32())], installation.GetString()!, made)
            : null;

    /// <returns>Null when it is neither a table nor a row.</returns>
    public static BackupItem? ReadItem(JsonElement line)
    {
        if (line.ValueKind == JsonValueKind.Array)
        {
            var cells = new object?[line.GetArrayLength()];
            var at = 0;
            foreach (var cell in line.EnumerateArray())
            {
                if (!TryRead(cell, out cells[at++]))
                {
                    return null;
                }
            }
            return new BackupRow(cells);
        }
        return Has(line, "table", JsonValueKind.String) is { } table && Has(line, "columns", JsonValueKind.Array) is { } columns
            && columns.EnumerateArray().All(c => c.ValueKind == JsonValueKind.String)
            ? new BackupTable(table.GetString()!, [.. columns.EnumerateArray().Select(c => c.GetString()!)])
            : null;
    }

    /// <returns>Null when it isn't the last line.</returns>
    public static (long Rows, string Mac)? ReadEnd(JsonElement line) =>
        Has(line, "rows", JsonValueKind.Number) is { } rows && rows.TryGetInt64(out var count) && Has(line, "mac", JsonValueKind.String) is { } mac
            ? (count, mac.GetString()!)
            : null;

    private static void Write(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNullValue();
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case byte[] bytes:
                json.WriteStartArray();
                json.WriteBase64StringValue(bytes);
                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException("A store's cell is nothing, a number, a text or bytes.");
        }
    }

    private static bool TryRead(JsonElement cell, out object? value)
    {
        value = cell.ValueKind switch
        {
            JsonValueKind.Number when cell.TryGetInt64(out var number) => number,
            JsonValueKind.String => cell.GetString(),
            JsonValueKind.Array when cell.GetArrayLength() == 1 && cell[0].ValueKind == JsonValueKind.String
                && cell[0].TryGetBytesFromBase64(out var bytes) => bytes,
            _ => null,
        };
        return value is not null || cell.ValueKind == JsonValueKind.Null;
    }

    private static JsonElement? Has(JsonElement line, string name, JsonValueKind kind) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
