using System.Collections.Immutable;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Finds plugins of one assembly that have the same id.</summary>
internal static class Duplicates
{
    /// <summary>A diagnostic for each plugin whose id an earlier one has.</summary>
    public static ImmutableArray<DiagnosticInfo> Find(ImmutableArray<PluginIdentity> identities)
    {
        var first = new Dictionary<string, PluginIdentity>(StringComparer.Ordinal);
        ImmutableArray<DiagnosticInfo>.Builder duplicates = ImmutableArray.CreateBuilder<DiagnosticInfo>();
        foreach (PluginIdentity identity in identities)
        {
            if (first.TryGetValue(identity.Id, out PluginIdentity? other))
                duplicates.Add(DiagnosticInfo.Of(Descriptors.DuplicateId, identity.Place, other.Class, identity.Class, identity.Id));
            else
                first.Add(identity.Id, identity);
        }

        return duplicates.ToImmutable();
    }
}
