using Microsoft.Data.Sqlite;
using NodaTime;

#pragma warning disable BT0105 // A library with a native part is what this fixture is about; the database is in memory.

namespace Backtest.Fixtures;

/// <summary>Enters once, with a reason computed by a native library it ships with.</summary>
[Strategy("fixture-sqlite", Description = "Asks the SQLite it brings along for its sum of two numbers.")]
public sealed partial class SqliteStrategy
{
    private string _reason = "";

    public void OnStart(in StartContext context)
    {
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "select 40 + 2";
        _reason = $"sqlite {command.ExecuteScalar()} nodatime {typeof(Instant).Assembly.GetName().Version}";
    }

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        if (position.IsFlat)
            signals.Enter(Direction.Long, new EntryTerms { Reason = _reason });
    }
}
