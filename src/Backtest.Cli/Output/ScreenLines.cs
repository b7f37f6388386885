namespace Backtest.Cli.Output;

/// <summary>Writes text wrapped between words at the edge of the terminal. A word longer than a line, such as a path, is not broken.</summary>
internal sealed class ScreenLines(TextWriter writer, int width)
{
    private const int Hanging = 2;
    private const int LeastWidth = 40;

    /// <summary>Lines of standard output; not wrapped for a file or a pipe.</summary>
    public static ScreenLines OfOutput(TextWriter output) => new(output, Consoles.OutputIsTerminal ? Width() : int.MaxValue);

    /// <summary>Lines of standard error; not wrapped for a file or a pipe.</summary>
    public static ScreenLines OfError(TextWriter error) => new(error, Consoles.ErrorIsTerminal ? Width() : int.MaxValue);

    /// <summary>Writes lines.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="column">The number of characters already in the first line.</param>
    /// <param name="hanging">The indentation of continuation lines; by default that of the line if it is indented, otherwise two.</param>
    public void Write(string text, int column = 0, int? hanging = null)
    {
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            WriteLine(line, column, hanging);
            column = 0;
        }
    }

    private static int Width() => Math.Max(LeastWidth, Console.WindowWidth);

    private void WriteLine(string line, int column, int? hanging)
    {
        int indent = line.Length - line.TrimStart(' ').Length;
        int further = hanging ?? (indent == 0 ? Hanging : indent);
        writer.Write(line[..indent]);
        column += indent;
        bool isFirst = true;
        foreach (string word in line[indent..].Split(' '))
        {
            if (!isFirst && column > further && column + 1 + word.Length > width)
            {
                writer.WriteLine();
                writer.Write(new string(' ', further));
                column = further;
            }
            else if (!isFirst)
            {
                writer.Write(' ');
                column++;
            }

            isFirst = false;
            writer.Write(word);
            column += word.Length;
        }

        writer.WriteLine();
    }
}
