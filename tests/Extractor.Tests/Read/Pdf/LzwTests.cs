using Extract.Read.Pdf;

namespace Extract.Tests.Read.Pdf;

public class LzwTests
{
    // The example of ISO 32000-1, 7.4.4.2.
    [Fact]
    public void The_standards_example_unpacks_to_ten_bytes() => Assert.Equal(10, Lzw.Unpacked([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]));

    // The code of the next entry each time: a byte, two of it, three, …
    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 5050)]
    [InlineData(3000, 4501500)]
    public void Runs_grow_with_every_code(int codes, long bytes)
    {
        var written = new List<bool>();
        for (var i = 0; i < codes; i++)
        {
            var (code, width) = (i == 0 ? 7 : 257 + i, Width(258 + Math.Max(0, i - 1)));
            for (var bit = width - 1; bit >= 0; bit--) written.Add((code >> bit & 1) == 1);
        }
        Assert.Equal(bytes, Lzw.Unpacked([.. written.Chunk(8).Where(part => part.Length > 0).Select(part => (byte)part.Select((set, i) => set ? 128 >> i : 0).Sum())]));
    }

    private static int Width(int next) => next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;

    [Fact]
    public void What_is_damaged_is_counted_up_to_there() => Assert.Equal(0, Lzw.Unpacked([0xFF, 0xFF, 0xFF]));
}
