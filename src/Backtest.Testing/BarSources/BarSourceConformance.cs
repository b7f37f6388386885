using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Checks a bar source against the laws: it returns valid bars, in the order of their ends; asked again, newly created, elsewhere or in another
/// order, it returns the same; the same holds for one symbol of many, and for some days of all.
/// </summary>
public static class BarSourceConformance
{
    /// <summary>Examines a bar source and throws if it does not conform: a test in one line.</summary>
    /// <param name="request">The request to make: choose a path with two symbols and some hundred bars.</param>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <typeparam name="TPlugin">The author's class.</typeparam>
    /// <exception cref="ConformanceException">A law is broken, or could not be judged; the message names every one.</exception>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The class is not a bar source.</exception>
    public static void Check<TPlugin>(BarRequest request, string parameters = "{}")
        where TPlugin : class, IBarProvider
    {
        ConformanceReport report = Examine(PluginFactories.Of<BarSourceFactory>(typeof(TPlugin)), request, parameters);
        if (!report.IsConformant)
            throw new ConformanceException(report);
    }

    /// <summary>Examines a bar source and reports a finding for each law.</summary>
    /// <param name="factory">The plugin's generated factory.</param>
    /// <param name="request">The request to make.</param>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    public static ConformanceReport Examine(BarSourceFactory factory, BarRequest request, string parameters = "{}")
    {
        ParameterMap map = TestParameters.Valid(factory, parameters);
        var examination = new BarSourceExamination(() => factory.Create(map, new BindingContext()), request);
        return new ConformanceReport(factory.Descriptor.Kind, factory.Descriptor.Id, parameters, examination.Run());
    }
}
