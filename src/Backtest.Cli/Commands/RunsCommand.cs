using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Cli.Runs;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest runs</c>: lists, shows and removes runs.</summary>
internal static class RunsCommand
{
    public static Command Create() => new("runs", "Lists, shows and removes runs.")
    {
        CreateList(),
        CreateShow(),
        CreateRemove(),
        CreatePrune(),
    };

    private static Command CreateList()
    {
        RunInput runs = new();
        Option<bool> json = Options.Json();
        Command command = new("list", "Lists the runs, newest first.") { json };
        runs.AddTo(command);
        command.SetAction(parsed =>
        {
            RunFolders folders = runs.Folders(parsed);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonText.Write(output, RunsText.ListJson(folders));
            else
                RunsText.WriteList(output, folders);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateShow()
    {
        RunInput runs = new();
        Argument<string> run = RunInput.Argument();
        Command command = new("show", "Shows a run: its figures, its warnings, and what it was made from.") { run };
        runs.AddTo(command);
        command.SetAction(parsed =>
        {
            RunsText.WriteOne(parsed.InvocationConfiguration.Output, runs.Open(parsed, parsed.GetRequiredValue(run)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateRemove()
    {
        RunInput runs = new();
        Argument<string[]> names = new("RUN") { Description = $"The runs, each by {RunInput.Named}.", Arity = ArgumentArity.OneOrMore };
        Command command = new("remove", "Deletes the folders of runs.") { names };
        runs.AddTo(command);
        command.SetAction(parsed =>
        {
            RunFolders folders = runs.Folders(parsed);
            // Find all of them first: if one is missing, delete none.
            Remove([.. parsed.GetRequiredValue(names).Select(folders.Find).Distinct()], parsed.InvocationConfiguration.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreatePrune()
    {
        RunInput runs = new();
        Option<int> keep = new("--keep") { Description = "The number of newest runs to keep.", HelpName = "N", Required = true };
        keep.Validators.Add(result =>
        {
            if (result.GetValue(keep) < 0)
                result.AddError("--keep must be 0 or more.");
        });
        Option<bool> dry = new("--dry-run") { Description = "Shows what would be deleted without deleting it." };
        Command command = new("prune", "Deletes all runs but the newest: backtest runs prune --keep 20.") { keep, dry };
        runs.AddTo(command);
        command.SetAction(parsed =>
        {
            string[] old = [.. runs.Folders(parsed).All.Skip(parsed.GetValue(keep))];
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(dry))
                Array.ForEach(old, folder => output.WriteLine($"would delete {folder}"));
            else
                Remove(old, output);
            if (old.Length == 0)
                output.WriteLine("nothing to delete");
            return ExitCode.Done;
        });
        return command;
    }

    private static void Remove(string[] folders, TextWriter output)
    {
        foreach (string folder in folders)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new InputException(new InputError("not_removed", $"{folder} cannot be deleted: {exception.Message}") { Fix = "Check that no program has it open and that you have permission to delete it." });
            }

            output.WriteLine($"deleted {folder}");
        }
    }
}
