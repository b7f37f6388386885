using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Holds a model of execution to the laws of its kind: a price path, an order matching, a slippage model, a commission model or an account. Its
/// answers make sense, and are the same however often, in whichever order and wherever it is asked; and what it declares of itself is so.
/// </summary>
public static class ExecutionConformance
{
    /// <summary>Examines a model and throws when it does not conform: a test in one line.</summary>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <typeparam name="TPlugin">The author's class.</typeparam>
    /// <exception cref="ConformanceException">A law is broken, or could not be judged; the message names every one.</exception>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The class is no model of execution.</exception>
    public static void Check<TPlugin>(string parameters = "{}")
        where TPlugin : class
    {
        ConformanceReport report = Examine(PluginFactories.Of<PluginFactory>(typeof(TPlugin)), parameters);
        if (!report.IsConformant)
            throw new ConformanceException(report);
    }

    /// <summary>Examines a model and says what was found about each law.</summary>
    /// <param name="factory">The plugin's generated factory.</param>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The factory makes no model of execution.</exception>
    public static ConformanceReport Examine(PluginFactory factory, string parameters = "{}")
    {
        IModelProbe probe = Probe(factory, TestParameters.Valid(factory, parameters)) ?? throw new ArgumentException(
            $"'{factory.Descriptor.Id}' is not an execution model but a {factory.Descriptor.Kind.Words}.", nameof(factory));
        return new ConformanceReport(factory.Descriptor.Kind, factory.Descriptor.Id, parameters, ModelLaw.Examine(probe.Laws));
    }

    /// <summary>What holds a plugin to its laws; <see langword="null"/>: it is no model of execution.</summary>
    internal static IModelProbe? Probe(PluginFactory factory, ParameterMap parameters)
    {
        var context = new BindingContext();
        return factory switch
        {
            PricePathFactory path => new PricePathProbe(() => path.Create(parameters, context)),
            OrderMatchingFactory matching => new OrderMatchingProbe(() => matching.Create(parameters, context)),
            SlippageModelFactory slippage => new SlippageProbe(() => slippage.Create(parameters, context)),
            CommissionModelFactory commission => new CommissionProbe(() => commission.Create(parameters, context)),
            AccountFactory account => new AccountProbe(() => account.Create(parameters, context)),
            _ => null,
        };
    }
}
