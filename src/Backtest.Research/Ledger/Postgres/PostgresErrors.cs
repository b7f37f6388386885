using System.Net.Sockets;
using Npgsql;

namespace Backtest.Research;

/// <summary>Translates errors of PostgreSQL to messages that say how to fix them and contain no credentials.</summary>
internal sealed class PostgresErrors(string location, string? password)
{
    /// <summary>Whether an exception comes from the server or the connection to it.</summary>
    public static bool IsKnown(Exception exception) =>
        exception is NpgsqlException or SocketException or IOException or TimeoutException;

    /// <summary>Whether the server responded with a temporary error: it is busy, starting or restarting, or two transactions conflicted.</summary>
    public static bool IsAnsweredForNow(Exception exception) =>
        exception is PostgresException { SqlState: "40001" or "40P01" or "53300" or "55P03" or "57P01" or "57P02" or "57P03" };

    /// <summary>Whether a retry may succeed: as above, or the connection was lost.</summary>
    public static bool IsForNow(Exception exception) =>
        IsAnsweredForNow(exception)
        || exception is PostgresException { IsTransient: true, SqlState: not ("53100" or "53200") }
        || exception is NpgsqlException and not PostgresException
        || exception is SocketException or IOException or TimeoutException;

    public InputException Of(Exception exception) => exception switch
    {
        PostgresException { SqlState: "28P01" or "28000" } => LedgerErrors.Of(
            "ledger_refused",
            $"the server of the ledger {location} rejects the user or the password.",
            "Check both. PGPASSWORD or a .pgpass file can provide the password."),
        PostgresException { SqlState: "3D000" } => LedgerErrors.Of(
            "ledger_missing", $"the database of the ledger {location} does not exist.", "Create it, or use another."),
        PostgresException { SqlState: "42501" } => LedgerErrors.Of(
            "ledger_not_writable",
            $"the user has no permission to write to the ledger {location}.",
            "Grant the user permission to create and use a schema in this database."),
        PostgresException { SqlState: "25006" } => LedgerErrors.Of(
            "ledger_not_writable", $"the ledger {location} is read-only.", "Use the primary server, not a replica."),
        PostgresException { SqlState: "53100" } => LedgerErrors.Of(
            "ledger_full",
            $"there is no space for the ledger {location}: the server's disk is full.",
            "Free some disk space and start again. What was recorded is kept."),
        PostgresException answered => LedgerErrors.Of(
            "ledger_failed",
            $"the server of the ledger {location} reports: {Scrub(answered.MessageText)} ({answered.SqlState}).",
            "Check the server, and start again. What was recorded is kept."),
        _ => LedgerErrors.Of(
            "ledger_unreachable",
            $"the server of the ledger {location} cannot be reached.",
            "Check that it is running, its name and port, and the network. Then start again. What was recorded is kept."),
    };

    private string Scrub(string text) => string.IsNullOrEmpty(password) ? text : text.Replace(password, "***", StringComparison.Ordinal);
}
