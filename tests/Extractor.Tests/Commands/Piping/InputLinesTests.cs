using System.Text;
using Extract.Commands.Piping;

namespace Extract.Tests.Commands.Piping;

public sealed class InputLinesTests
{
    [Fact]
    public async Task A_line_that_is_too_long_costs_no_other()
    {
        var text = $"one\r\n{new string('x', 200_000)}\ntwo\n{new string('y', 70_000)}";
        var lines = new InputLines(new MemoryStream(Encoding.UTF8.GetBytes(text)), 1000);
        var found = new List<string>();
        while (await lines.ReadAsync(TestContext.Current.CancellationToken) is { } line) found.Add(lines.IsTooLong ? $"long {line.Length}" : Encoding.UTF8.GetString(line));
        Assert.Equal(["one", "long 1000", "two", "long 1000"], found);
    }
}
