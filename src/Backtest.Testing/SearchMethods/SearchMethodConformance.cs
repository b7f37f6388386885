using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Holds a search method to the laws: what it proposes are points of the space; the same trials and the same seed give the same proposals, from
/// a method made anew in the midst of a search as well; and one that says it does not go by how trials did does not.
/// </summary>
public static class SearchMethodConformance
{
    /// <summary>Examines a search method and throws when it does not conform: a test in one line.</summary>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <typeparam name="TPlugin">The author's class.</typeparam>
    /// <exception cref="ConformanceException">A law is broken, or could not be judged; the message names every one.</exception>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The class is not a search method.</exception>
    public static void Check<TPlugin>(string parameters = "{}")
        where TPlugin : class, ISearchMethod
    {
        ConformanceReport report = Examine(PluginFactories.Of<SearchMethodFactory>(typeof(TPlugin)), parameters);
        if (!report.IsConformant)
            throw new ConformanceException(report);
    }

    /// <summary>Examines a search method and says what was found about each law.</summary>
    /// <param name="factory">The plugin's generated factory.</param>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    public static ConformanceReport Examine(SearchMethodFactory factory, string parameters = "{}") => new(
        factory.Descriptor.Kind, factory.Descriptor.Id, parameters,
        ModelLaw.Examine(Probe(factory, TestParameters.Valid(factory, parameters)).Laws));

    /// <summary>What holds a search method to its laws.</summary>
    internal static SearchMethodProbe Probe(SearchMethodFactory factory, ParameterMap parameters) =>
        new(() => factory.Create(parameters, new BindingContext()));
}
