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
            $"the ledger {path} is locked: another program keeps writing to it.",
            "End that program or wait for it, and start again. What was recorded is kept."),
        Full => LedgerErrors.Of(
            "ledger_full",
            $"there is no space for the ledger {path}: the disk is full.",
            "Free some disk space and start again. What was recorded is kept."),
        3 or 8 or 14 => NotWritable(path),
        11 or 26 => LedgerErrors.Of(
            "ledger_damaged",
            $"the file {path} is damaged, or is not a ledger.",
            "Restore a copy, or name another file."),
        _ => LedgerErrors.Of(
            "ledger_failed",
            $"an operation on the ledger {path} failed: {exception.Message}",
            "Check its disk, and start again. What was recorded is kept."),
    };

    public static InputException NotWritable(string path) => LedgerErrors.Of(
        "ledger_not_writable",
        $"the ledger {path} cannot be opened for writing.",
        "Make the folder and the file writable, or name another file.");
}
