using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Backtest.Research;

/// <summary>A statement prepared once, with parameters @0, @1 and so on.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (int i = 0; i < parameters; i++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i.ToString(CultureInfo.InvariantCulture)}" });
    }

    /// <summary>Executes the statement.</summary>
    /// <returns>Whether it changed a row.</returns>
    public bool Changes(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bind(transaction, values).ExecuteNonQuery() > 0;

    /// <summary>Executes the statement.</summary>
    /// <returns>The selected number.</returns>
    public long Count(SqliteTransaction transaction, params ReadOnlySpan<object?> values) =>
        Bind(transaction, values).ExecuteScalar() is long count ? count : 0;

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    private SqliteCommand Bind(SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (int i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command;
    }
}
