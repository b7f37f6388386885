namespace Backtest.Tests.Desk;

/// <summary>Logs its start and its fills.</summary>
public sealed class Scribe(List<string> log, int number)
{
    public void OnStart(in StartContext context) => log.Add($"scribe {number} starts with seed {context.Seed}");

    public void OnFill(FillEvent fill) => log.Add($"scribe {number} hears of fill {fill.Id}");
}
