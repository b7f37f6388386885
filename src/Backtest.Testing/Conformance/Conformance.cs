using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Checks a plugin against the laws every plugin must obey: it runs, its parameters match its schema, the same run gives the same decisions, later
/// bars do not change them, nothing is shared between instances, it waits for its indicators, it allocates nothing per bar, and it can be unloaded.
/// </summary>
public static class Conformance
{
    /// <summary>The names of the laws, in the order they are examined.</summary>
    public static IReadOnlyList<string> Laws => [.. Law.All.Select(law => law.Name)];

    /// <summary>Examines a plugin and throws if it does not conform: a test in one line.</summary>
    /// <param name="parameters">Its parameters, as JSON; choose ones with which it decides often.</param>
    /// <param name="options">Further options; <see langword="null"/> for the defaults.</param>
    /// <typeparam name="TPlugin">The author's class.</typeparam>
    /// <exception cref="ConformanceException">A law is broken, or could not be judged; the message names every one.</exception>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The class is not a plugin, or the options name an unknown law.</exception>
    public static void Check<TPlugin>(string parameters = "{}", ConformanceOptions? options = null)
        where TPlugin : class
    {
        ConformanceReport report = Examine(PluginFactories.Of<PluginFactory>(typeof(TPlugin)), parameters, options);
        if (!report.IsConformant)
            throw new ConformanceException(report);
    }

    /// <summary>Examines a plugin and reports a finding for each law.</summary>
    /// <param name="factory">The plugin's generated factory.</param>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <param name="options">Further options; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The options name an unknown law.</exception>
    public static ConformanceReport Examine(PluginFactory factory, string parameters = "{}", ConformanceOptions? options = null)
    {
        if (Elsewhere(factory) is { } other)
            throw new ArgumentException($"'{factory.Descriptor.Id}' has its own laws, like every {factory.Descriptor.Kind.Words}: {other}.", nameof(factory));
        using PluginStage? stage = PluginStage.Of(factory);
        var subject = new Subject(factory, PluginFactories.Listing(factory)?.ParametersSchema, stage?.Origin);
        return Examine(subject, parameters, options ?? new ConformanceOptions(), CancellationToken.None);
    }

    /// <summary>What examines plugins that are not examined in a run.</summary>
    private static string? Elsewhere(PluginFactory factory) => factory switch
    {
        IndicatorFactory => "IndicatorConformance examines its specification",
        BarSourceFactory => "BarSourceConformance examines it",
        SearchMethodFactory => "SearchMethodConformance examines it",
        PricePathFactory or OrderMatchingFactory or SlippageModelFactory or CommissionModelFactory or AccountFactory => "ExecutionConformance examines it",
        _ => null,
    };

    internal static ConformanceReport Examine(
        Subject subject, string parameters, ConformanceOptions options, CancellationToken cancellation)
    {
        string[] unknown = [.. options.Except.Except(Laws)];
        if (unknown.Length > 0)
            throw new ArgumentException($"There is no law '{unknown[0]}'. Available: {string.Join(", ", Laws)}.", nameof(options));
        var examination = new Examination(subject, TestParameters.Parse(parameters), options, cancellation);
        PluginDescriptor descriptor = subject.Factory.Descriptor;
        return new ConformanceReport(descriptor.Kind, descriptor.Id, parameters, examination.Run());
    }
}
