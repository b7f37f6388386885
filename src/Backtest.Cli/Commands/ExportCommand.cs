using System.CommandLine;
using Backtest.Results;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest export</c>: writes a table of a run in another format.</summary>
internal static class ExportCommand
{
    private const string Csv = "csv";
    private const string Json = "json";
    private const string Parquet = "parquet";

    public static Command Create()
    {
        RunInput runs = new();
        Argument<string> run = RunInput.Argument();
        Argument<string> table = new("TABLE") { Description = "The table: fills, trades, equity, signals, …" };
        Option<string> format = new("--format") { Description = "The format to write.", DefaultValueFactory = _ => Csv };
        format.AcceptOnlyFromAmong(Csv, Json, Parquet);
        Option<string?> output = new("--output") { Description = "The file to write. Default: standard output.", HelpName = "FILE" };
        Command command = new("export", "Writes a table of a run as CSV, JSON or Parquet: backtest export latest trades --output trades.csv.") { run, table, format, output };
        runs.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(format) == Parquet && result.GetValue(output) is null)
                result.AddError("Parquet cannot be written to standard output. Name a file with --output.");
        });
        command.SetAction(parsed =>
        {
            StoredRun opened = runs.Open(parsed, parsed.GetRequiredValue(run));
            string file = FileOf(opened, parsed.GetRequiredValue(table));
            Write(file, parsed.GetRequiredValue(format), parsed.GetValue(output), parsed.InvocationConfiguration.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static string FileOf(StoredRun run, string table) => run.FindTable(table) ?? throw new InputException(new InputError(
        "no_table", $"the run in {run.Folder} has no table '{table}'")
    {
        Fix = run.Tables.Count > 0
            ? $"It has the tables {string.Join(", ", run.Tables)}."
            : "It has no tables. Repeat the run with `output.tables: parquet`.",
    });

    private static void Write(string stored, string format, string? file, TextWriter console)
    {
        // Copy a file that already has the format, to preserve it to the last digit.
        bool isSame = Path.GetExtension(stored) == $".{format}";
        try
        {
            if (isSame && file is not null)
            {
                File.Copy(stored, file, overwrite: true);
                return;
            }

            if (isSame)
            {
                console.Write(File.ReadAllText(stored));
                return;
            }

            StoredTable table = StoredTable.Read(stored);
            if (format == Parquet)
            {
                using var parquet = TableWriter.Create(Path.GetDirectoryName(Path.GetFullPath(file!))!, Path.GetFileNameWithoutExtension(file!), table.Columns, isCsv: false);
                table.WriteTo(parquet);
            }
            else if (file is null)
            {
                WriteText(table, format, console);
            }
            else
            {
                using StreamWriter text = new(file);
                WriteText(table, format, text);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("output_not_writable", $"{file} cannot be written: {exception.Message}") { Fix = "Name another file." });
        }
    }

    private static void WriteText(StoredTable table, string format, TextWriter text)
    {
        if (format == Json)
            table.WriteJson(text);
        else
            table.WriteCsv(text);
    }
}
