using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Backtest.Research;

/// <summary>Locates and opens ledgers.</summary>
public static class TrialLedgers
{
    /// <summary>The environment variable with the location of the ledger, used if nothing else specifies it.</summary>
    public const string Variable = "BACKTEST_LEDGER";

    /// <summary>The default location of a project's ledger, relative to the project's folder.</summary>
    public const string DefaultFile = ".backtest/ledger.db";

    private const string Forms =
        "Write a file, 'Data Source=<file>', 'Host=<server>;Database=<name>;Username=<user>;Password=<password>' "
        + "or postgresql://user:password@server/database.";

    /// <summary>Opens a ledger, creates it if it does not exist, and upgrades one from an older release.</summary>
    /// <param name="connection">
    /// Its location: a file, a connection string of SQLite or PostgreSQL, a URI of PostgreSQL, or null for the location in the environment or,
    /// without one, the project's file.
    /// </param>
    /// <param name="directory">The project's folder, to which paths are relative.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="InputException">The text is none of these, or the ledger cannot be opened. The message contains no credentials.</exception>
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
        // A URI of another kind may contain a password, so do not take it for a file name.
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 1 && text.AsSpan(0, colon).IndexOfAny("/\\=.") < 0)
            throw Invalid("the text does not name a known kind of ledger.");
        return text.Contains('=', StringComparison.Ordinal)
            ? OpenKeywords(text, directory, options)
            : SqliteLedger.Open(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(text, directory) }, options);
    }

    internal static InputException Invalid(string finding) => LedgerErrors.Of("ledger_invalid", $"the location of the ledger is not valid: {finding}", Forms);

    private static ITrialLedger OpenKeywords(string text, string directory, LedgerOptions options)
    {
        DbConnectionStringBuilder keywords = Read<DbConnectionStringBuilder>(text);
        if (keywords.ContainsKey("Host") || keywords.ContainsKey("Server"))
            return PostgresLedger.Open(Read<NpgsqlConnectionStringBuilder>(text), options);
        if (!keywords.ContainsKey("Data Source") && !keywords.ContainsKey("DataSource") && !keywords.ContainsKey("Filename"))
            throw Invalid("the connection string has no Host or Data Source.");

        SqliteConnectionStringBuilder file = Read<SqliteConnectionStringBuilder>(text);
        if (file.Password.Length > 0)
            throw Invalid("a file is not encrypted, so it cannot have a password.");
        if (file.Mode == SqliteOpenMode.Memory || file.DataSource.StartsWith(':') || file.DataSource.Length == 0)
            throw Invalid("a ledger must be stored permanently, not in memory.");
        file.DataSource = Path.GetFullPath(file.DataSource, directory);
        return SqliteLedger.Open(file, options);
    }

    /// <summary>Reads a connection string without passing on the parser's messages, which may quote parts of it.</summary>
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
            throw Invalid("the connection string has an unknown keyword or value.");
        }
    }
}
