namespace Backtest.Cli.Verification;

/// <summary>Says which plugin is being examined, a line each: some train for seconds.</summary>
internal sealed class ExaminationLines(TextWriter error) : IProgress<string>
{
    public void Report(string value) => error.WriteLine($"examining {value} …");
}
