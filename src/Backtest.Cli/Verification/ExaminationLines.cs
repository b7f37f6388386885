namespace Backtest.Cli.Verification;

/// <summary>Writes a line for each plugin being examined, because some train for seconds.</summary>
internal sealed class ExaminationLines(TextWriter error) : IProgress<string>
{
    public void Report(string value) => error.WriteLine($"examining {value} …");
}
