using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections;

/// <summary><c>ledger</c>: the database trials are counted in.</summary>
internal static class LedgerSection
{
    private static readonly Key<string, string> Connection = new(
        "connection", Kinds.Text, connection => connection, "A SQLite file, or the connection string of a PostgreSQL database.")
    { IsRequired = true };

    /// <summary>The section.</summary>
    public static ValueKind<string> Kind { get; } = new ObjectKind<string>([Connection], map => map.Get(Connection));
}
