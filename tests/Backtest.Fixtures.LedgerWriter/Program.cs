using System.Globalization;
using Backtest;
using Backtest.Research;

// A worker to kill or to let run out of disk space: records batches of trials until it is stopped, and prints the number after each batch.
string connection = args[0];
int size = int.Parse(args[1], CultureInfo.InvariantCulture);
try
{
    using ITrialLedger ledger = TrialLedgers.Open(connection, Environment.CurrentDirectory);
    ExperimentEntry experiment = ledger.Begin(new ExperimentEntry("experiment", "killed", "family", "runs", "{}", DateTime.UnixEpoch));
    for (int first = 0; ; first += size)
    {
        TrialClaim[] wanted = [.. Enumerable.Range(first, size).Select(number => new TrialClaim(number, TrialKey.Of($"{number}", "data", "1")))];
        ledger.Claim(experiment.Id, wanted, "writer", TimeSpan.FromHours(1));
        ledger.Complete(
            experiment.Id,
            "writer",
            [.. wanted.Select(claim => new TrialEntry(claim.Number, claim.Key) { SpecHash = "spec", Parameters = "{\"fast\": 10, \"slow\": 30}" })]);
        Console.WriteLine(first + size);
    }
}
catch (InputException exception)
{
    Console.WriteLine(exception.Errors[0].Code);
    return 2;
}
