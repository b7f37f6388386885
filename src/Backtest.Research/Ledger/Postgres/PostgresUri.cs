using Npgsql;

namespace Backtest.Research;

/// <summary>
/// The URI of a PostgreSQL database, as PostgreSQL's own tools take it: postgresql://user:password@host:port/database?sslmode=require. A folder of
/// sockets is the parameter <c>host</c>. What is wrong with one is said without quoting it, since it holds a password.
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

    /// <summary>Whether a text is meant as one.</summary>
    public static bool IsOne(string text) => Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes one apart.</summary>
    /// <exception cref="InputException">It is wrong.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string text)
    {
        string rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        (string address, string query) = Split(rest, '?');
        (string authority, string database) = Split(address, '/');
        if (database.Contains('@', StringComparison.Ordinal) || query.Contains('@', StringComparison.Ordinal))
            throw Wrong("write the characters / ? @ : of a user or password as %2F %3F %40 %3A.");

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
                throw Wrong($"its parameters may be {string.Join(", ", Keywords.Keys)}.");
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
