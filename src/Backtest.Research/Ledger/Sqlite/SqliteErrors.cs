using Microsoft.Data.Sqlite;

namespace Backtest.Research;

/// <summary>Translates errors of SQLite to messages that say how to fix them.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;

    public static InputException Of(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Busy or Locked => LedgerErrors.Of(
            "ledger_busy",
            $"the ledger {path} is locked: another program has written to it all the time.",
            "End that program, or wait for it, and start again: what was recorded is kept."),
        Full => LedgerErrors.Of(
            "ledger_full",
            $"there is no room for the ledger {path}: the disk is full.",
            "Make room and start again: what was recorded is kept."),
        3 or 8 or 14 => NotWritable(path),
        11 or 26 => LedgerErrors.Of(
            "ledger_damaged",
            $"the file {path} is damaged, or is no ledger.",
            "Put a copy back in its place, or name another file."),
        _ => LedgerErrors.Of(
            "ledger_failed",
            $"the ledger {path} did not do what it was asked to: {exception.Message}",
            "Check the disk it is on, and start again: what was recorded is kept."),
    };

    public static InputException NotWritable(string path) => LedgerErrors.Of(
        "ledger_not_writable",
        $"the ledger {path} cannot be opened for writing.",
        "Let the folder and the file be written to, or name another file.");
}
