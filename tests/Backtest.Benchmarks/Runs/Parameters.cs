using System.Globalization;

namespace Backtest.Benchmarks;

/// <summary>Creates parameters as in a run file.</summary>
internal static class Parameters
{
    /// <summary>A map of keys and their values.</summary>
    public static ParameterMap Of(params (string Key, object Value)[] entries) =>
        new([.. entries.Select(entry => new ParameterEntry(entry.Key, default, Node(entry.Value)))], default);

    private static ParameterNode Node(object value) => value as ParameterNode
        ?? new ParameterScalar(Convert.ToString(value, CultureInfo.InvariantCulture)!, IsQuoted: false, default);
}
