using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Backtest.Research;

/// <summary>Opens ledgers, and finds out where they are.</summary>
public static class TrialLedgers
{
    /// <summary>The variable of the environment that says where the ledger is, where nothing else does.</summary>
    public const string Variable = "BACKTEST_LEDGER";

    /// <summary>Where a project's ledger is by default, in the project's folder.</summary>
    public const string DefaultFile = ".backtest/ledger.db";

    private const string Forms =
        "Give a file, 'Data Source=<file>', 'Host=<server>;Database=<name>;Username=<user>;Password=<password>' "
        + "or postgresql://user:password@server/database.";

    /// <summary>Opens a ledger, makes it where it is missing, and upgrades one an older release made.</summary>
    /// <param name="connection">
    /// Where it is: a file, a connection string of SQLite or PostgreSQL, a URI of PostgreSQL, or null for what the environment says, and where
    /// it says nothing, the file of the project.
    /// </param>
    /// <param name="directory">The project's folder, which relative paths start at.</param>
    /// <param name="options">How to open it, or null for the defaults.</param>
    /// <exception cref="InputException">The text is none of these, or the ledger cannot be opened. Says nothing of credentials.</exception>
    public static ITrialLedger Open(string? connection, string directory, LedgerOptions? options = null)
    {
        options ??= new LedgerOptions();
        directory = Path.GetFullPath(directory);
        string? text = connection ?? options.Variables(Variable);
        if (string.IsNullOrWhiteSpace(text))
            return SqliteLedger.Open(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(DefaultFile, directory) }, options);

        text = text.Trim();
        if (PostgresUri.IsOne(text))
            return PostgresLedger.Open(PostgresUri.Parse(text), options);
        // What looks like the URI of something else may hold a password, so it is not taken for a file name.
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 1 && text.AsSpan(0, colon).IndexOfAny("/\\=.") < 0)
            throw Invalid("the text names no kind of ledger there is.");
        return text.Contains('=', StringComparison.Ordinal)
            ? OpenKeywords(text, directory, options)
            : SqliteLedger.Open(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(text, directory) }, options);
    }

    internal static InputException Invalid(string finding) => LedgerErrors.Of("ledger_invalid", $"where the ledger is: {finding}", Forms);

    private static ITrialLedger OpenKeywords(string text, string directory, LedgerOptions options)
    {
        DbConnectionStringBuilder keywords = Read<DbConnectionStringBuilder>(text);
        if (keywords.ContainsKey("Host") || keywords.ContainsKey("Server"))
            return PostgresLedger.Open(Read<NpgsqlConnectionStringBuilder>(text), options);
        if (!keywords.ContainsKey("Data Source") && !keywords.ContainsKey("DataSource") && !keywords.ContainsKey("Filename"))
            throw Invalid("the connection string names neither a Host nor a Data Source.");

        SqliteConnectionStringBuilder file = Read<SqliteConnectionStringBuilder>(text);
        if (file.Password.Length > 0)
            throw Invalid("a file is not encrypted, so it takes no password.");
        if (file.Mode == SqliteOpenMode.Memory || file.DataSource.StartsWith(':') || file.DataSource.Length == 0)
            throw Invalid("a ledger is kept for good, and memory is not.");
        file.DataSource = Path.GetFullPath(file.DataSource, directory);
        return SqliteLedger.Open(file, options);
    }

    /// <summary>The parsers' own words may quote what they did not understand, so they are not passed on.</summary>
    private static T Read<T>(string text)
        where T : DbConnectionStringBuilder, new()
    {
        try
        {
            return new T { ConnectionString = text };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException
            or InvalidOperationException or NotSupportedException)
        {
            throw Invalid("the connection string has a keyword or a value that is not understood.");
        }
    }
}
