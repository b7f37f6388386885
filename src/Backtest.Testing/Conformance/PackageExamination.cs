using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Testing;

/// <summary>Checks the plugins of an installed package against the laws, as <see cref="Conformance"/> does in an author's tests.</summary>
public static class PackageExamination
{
    /// <summary>
    /// Loads each plugin of a package into contexts of their own and examines it with its defaults. A plugin whose parameters have no defaults, or
    /// whose kind has no laws, is not examined, and its findings say so. Plugin code is executed: examine only what you would run.
    /// </summary>
    /// <param name="package">The package.</param>
    /// <param name="sharedAssemblies">What plugins share with the host.</param>
    /// <param name="parameters">Parameters as JSON, by plugin id, where the defaults are not suitable; <see langword="null"/> for none.</param>
    /// <param name="progress">Receives each plugin before it is examined.</param>
    /// <param name="cancellation">Checked between runs.</param>
    /// <returns>A report for each plugin, in the order of the package.</returns>
    /// <exception cref="InputException">The package cannot be used, or parameters are wrong.</exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static IReadOnlyList<ConformanceReport> Run(
        PluginPackage package,
        IReadOnlyList<Assembly> sharedAssemblies,
        IReadOnlyDictionary<string, string>? parameters = null,
        IProgress<PluginListing>? progress = null,
        CancellationToken cancellation = default)
    {
        if (package.Problems.Count > 0)
            throw new InputException(package.Problems);
        var reports = new List<ConformanceReport>();
        foreach (PluginListing listing in package.Plugins)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(listing);
            var origin = new PluginOrigin(new PluginChoice(package, listing), sharedAssemblies);
            reports.Add(Examine(listing, origin, parameters?.GetValueOrDefault(listing.Id) ?? "{}", cancellation));
        }

        return reports;
    }

    private static ConformanceReport Examine(PluginListing listing, IndicatorFactory factory, string parameters)
    {
        IReadOnlyList<ConformanceFinding> findings;
        try
        {
            findings = IndicatorConformance.Examine(factory.Specify([])).Findings;
        }
        catch (InputException exception)
        {
            findings = [.. IndicatorExamination.Laws.Select(law => law.NotExamined(exception.Message.ReplaceLineEndings(" ")))];
        }

        return new ConformanceReport(listing.Kind, listing.Id, parameters, findings);
    }

    // Without a path, many sources have nothing to read; the author's own tests cover them.
    private static ConformanceReport Examine(PluginListing listing, BarSourceFactory source, string parameters)
    {
        try
        {
            ConformanceReport report = BarSourceConformance.Examine(source, new BarRequest(), parameters);
            ConformanceFinding runs = report.Findings[0];
            return runs.Passed
                ? report
                : report with
                {
                    Findings = [.. BarSourceExamination.Laws.Select(
                        law => law.NotExamined($"without a path, it has no bars to examine: {runs.Detail}"))],
                };
        }
        catch (InputException exception)
        {
            return new ConformanceReport(
                listing.Kind, listing.Id, parameters,
                [.. BarSourceExamination.Laws.Select(law => law.NotExamined(exception.Message.ReplaceLineEndings(" ")))]);
        }
    }

    private static IModelProbe? Probe(PluginFactory factory, ParameterMap parameters) => factory is SearchMethodFactory method
        ? SearchMethodConformance.Probe(method, parameters)
        : ExecutionConformance.Probe(factory, parameters);

    private static ConformanceReport Examine(PluginListing listing, PluginFactory factory, IModelProbe probe, string parameters)
    {
        IReadOnlyList<ConformanceFinding> findings = TestParameters.Errors(factory, TestParameters.Parse(parameters), new BindingContext()) is [var error, ..]
            ? [.. probe.Laws.Select(law => law.NotExamined(error.Message.ReplaceLineEndings(" ")))]
            : ModelLaw.Examine(probe.Laws);
        return new ConformanceReport(listing.Kind, listing.Id, parameters, findings);
    }

    private static ConformanceReport Examine(PluginListing listing, PluginOrigin origin, string parameters, CancellationToken cancellation)
    {
        using FreshPlugin plugin = origin.Load();
        if (plugin.Factory is IndicatorFactory indicator)
            return Examine(listing, indicator, parameters);
        if (plugin.Factory is BarSourceFactory source)
            return Examine(listing, source, parameters);
        if (Probe(plugin.Factory, TestParameters.Parse(parameters)) is { } probe)
            return Examine(listing, plugin.Factory, probe, parameters);
        if (!Trial.CanRun(plugin.Factory))
        {
            IEnumerable<ConformanceFinding> none = Law.All.Select(law => law.NotExamined("there are no laws for plugins of this kind"));
            return new ConformanceReport(listing.Kind, listing.Id, parameters, [.. none]);
        }

        var subject = new Subject(plugin.Factory, listing.ParametersSchema, origin);
        return Conformance.Examine(subject, parameters, new ConformanceOptions(), cancellation);
    }
}
