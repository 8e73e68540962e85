using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OutreachBot.Storage.Sqlite;

/// <summary>A prepared statement for the paths every message takes; parameters and columns count from 1 and from 0, as in SQLite.</summary>
/// <remarks>One use at a time: bind, step, read, and <see cref="Dispose"/> gives it back to the connection, bound values cleared.</remarks>
internal sealed class Statement(sqlite3 connection, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int index, ReadOnlySpan<byte> blob)
    {
        Check(raw.sqlite3_bind_blob(handle, index, blob));
        return this;
    }

    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public Statement Bind(int index, string text)
    {
        Check(raw.sqlite3_bind_text(handle, index, text));
        return this;
    }

    public Statement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(handle, index));
        return this;
    }

    public Statement BindOrNull(int index, string? text) => text is null ? BindNull(index) : Bind(index, text);

    public Statement BindOrNull(int index, byte[]? blob) => blob is null ? BindNull(index) : Bind(index, blob);

    public Statement BindOrNull(int index, long? value) => value is { } number ? Bind(index, number) : BindNull(index);

    /// <returns>Whether there is a row to read.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }
        if (code != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, connection);
        }
        return false;
    }

    /// <summary>Steps to the end.</summary>
    /// <returns>The rows changed.</returns>
    public int Run()
    {
        while (Step())
        {
            // A statement that gives rows back is run for what it does.
        }
        return raw.sqlite3_changes(connection);
    }

    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public byte[]? BlobOrNull(int column) => IsNull(column) ? null : Blob(column);

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public void Dispose()
    {
        // The code is that of the last step, which has been told already.
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
    }

    /// <summary>Frees it for good.</summary>
    public void Finish() => handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, connection);
        }
    }
}
