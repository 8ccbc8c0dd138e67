export default function FlipsFigure() {
  return <p>To be drawn.</p>;
}
