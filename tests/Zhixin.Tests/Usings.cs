// [Fact] is a test here; what a fact's type says about itself is written FactName.
global using FactAttribute = Xunit.FactAttribute;
global using FactName = Zhixin.History.FactAttribute;
