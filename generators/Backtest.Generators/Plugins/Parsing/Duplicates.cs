using System.Collections.Immutable;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Finds plugins of one assembly that claim one id.</summary>
internal static class Duplicates
{
    /// <summary>One diagnostic for each plugin whose id another has before it.</summary>
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
