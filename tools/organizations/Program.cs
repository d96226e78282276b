using Extract.Tools.Organizations;

if (args is not [var sources, var target])
{
    Console.Error.WriteLine("usage: dotnet run --project tools/organizations -- SOURCES TARGET   (see README.md there)");
    return 2;
}
var bodies = new Bodies();
foreach (var body in Sources.Read(sources)) bodies.Add(body);
var (keys, entries, bytes) = bodies.Write(target);
Console.WriteLine($"{keys:N0} names of {entries:N0} bodies with a full name, {bytes:N0} bytes");
return 0;
