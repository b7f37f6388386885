using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Providers;

/// <summary>A bar source plugin that returns a test's bars.</summary>
internal sealed class ScriptedProvider(params Bar[] bars) : BarSourceFactory, IBarProvider
{
    public override PluginDescriptor Descriptor { get; } = new()
    {
        Kind = PluginKind.BarSource,
        Id = "scripted",
        Type = typeof(ScriptedProvider),
        Handlers = [],
    };

    public BarRequest? Request { get; private set; }

    public Exception? Fault { get; init; }

    public PriceAdjustment Adjustment { get; init; }

    public override IBarProvider Create(ParameterMap parameters, BindingContext context) => this;

    public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors) =>
        new ParameterReader(parameters, errors).RejectUnknown();

    public IEnumerable<string> FindSymbols(BarRequest request)
    {
        Request = request;
        return ["B", "A"];
    }

    public IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation)
    {
        foreach (Bar bar in bars)
            yield return bar;
        if (Fault is not null)
            throw Fault;
    }

    public IEnumerable<CorporateAction> ReadActions(BarRequest request) =>
        [new Dividend("A", new DateOnly(2020, 5, 1), 1), new Split("B", new DateOnly(2020, 3, 1), 2)];
}
