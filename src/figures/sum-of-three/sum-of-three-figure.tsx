export default function SumOfThreeFigure() {
  return <p>To be drawn.</p>;
}
