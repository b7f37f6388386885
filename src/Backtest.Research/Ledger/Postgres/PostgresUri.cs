using Npgsql;

namespace Backtest.Research;

/// <summary>
/// Parses the URI of a PostgreSQL database in the format of PostgreSQL's own tools: postgresql://user:password@host:port/database?sslmode=require.
/// The parameter <c>host</c> may name a folder of sockets. Errors do not quote the URI, because it contains a password.
/// </summary>
internal static class PostgresUri
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["host"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["password"] = "Password",
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["search_path"] = "Search Path",
    };

    /// <summary>Whether a text is meant to be such a URI.</summary>
    public static bool IsOne(string text) => Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Parses a URI.</summary>
    /// <exception cref="InputException">The URI is invalid.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        string rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        (string address, string query) = Split(rest, '?');
        (string authority, string database) = Split(address, '/');
        if (database.Contains('@', StringComparison.Ordinal) || query.Contains('@', StringComparison.Ordinal))
            throw Wrong("write the characters / ? @ : in a user or password as %2F %3F %40 %3A.");

        int at = authority.LastIndexOf('@');
        (string user, string password) = Split(at < 0 ? "" : authority[..at], ':');
        string server = authority[(at + 1)..];
        int colon = server.EndsWith(']') ? -1 : server.LastIndexOf(':');
        var builder = new NpgsqlConnectionStringBuilder();
        Set(builder, "Host", colon < 0 ? server : server[..colon]);
        Set(builder, "Port", colon < 0 ? "" : server[(colon + 1)..]);
        Set(builder, "Database", database);
        Set(builder, "Username", user);
        Set(builder, "Password", password);
        foreach (string parameter in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            (string name, string value) = Split(parameter, '=');
            if (!Keywords.TryGetValue(name, out string? keyword))
                throw Wrong($"its parameters must be {string.Join(", ", Keywords.Keys)}.");
            Set(builder, keyword, value);
        }

        if (string.IsNullOrEmpty(builder.Host))
            builder.Host = "localhost";
        return builder;
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string keyword, string encoded)
    {
        if (encoded.Length == 0)
            return;
        try
        {
            string value = Uri.UnescapeDataString(encoded);
            builder[keyword] = keyword == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw Wrong($"its {keyword.ToLowerInvariant()} is not valid.");
        }
    }

    private static (string Before, string After) Split(string text, char separator)
    {
        int index = text.IndexOf(separator);
        return index < 0 ? (text, "") : (text[..index], text[(index + 1)..]);
    }

    private static InputException Wrong(string finding) => TrialLedgers.Invalid("in the URI, " + finding);
}
