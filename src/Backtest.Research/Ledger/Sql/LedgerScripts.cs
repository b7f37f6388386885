using System.Reflection;
using DbUp.Builder;
using DbUp.Engine;

namespace Backtest.Research;

/// <summary>The scripts that create and upgrade a ledger of one kind, in order.</summary>
internal sealed class LedgerScripts
{
    /// <summary>The table that lists the scripts applied to a ledger, and thereby its version.</summary>
    public const string Journal = "schema_version";

    private readonly IReadOnlyList<SqlScript> _scripts;

    /// <summary>The scripts of a kind.</summary>
    /// <param name="kind">The folder of the scripts.</param>
    public LedgerScripts(string kind)
    {
        Assembly assembly = typeof(LedgerScripts).Assembly;
        string prefix = $"Backtest.Research.Ledger.{kind}.";
        _scripts = [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SqlScript(name[prefix.Length..], Read(assembly, name)))];
    }

    /// <summary>Whether all scripts have been applied to a ledger.</summary>
    /// <exception cref="InputException">A script was applied that this release does not have.</exception>
    public bool Cover(IReadOnlyList<string> applied, string location)
    {
        string? unknown = applied.FirstOrDefault(name => _scripts.All(script => script.Name != name));
        return unknown is null ? applied.Count == _scripts.Count : throw LedgerErrors.Newer(location, unknown);
    }

    /// <summary>Runs the scripts not yet applied to a ledger. The database must prevent others from doing so at the same time.</summary>
    public void Run(UpgradeEngineBuilder builder)
    {
        DatabaseUpgradeResult result = builder.WithScripts(_scripts).WithVariablesDisabled().LogToNowhere().Build().PerformUpgrade();
        if (!result.Successful)
            throw result.Error;
    }

    private static string Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
